import type { ErrorCatalogue } from '@nationec/errors'

/** What is wrong with a serial port. A port that cannot be opened has carried nothing. */
export const portErrors = {
  PORT_MISSING: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'There is no such port, or no device behind it.', zh: '端口不存在，或端口上没有设备。' },
    advice: {
      en: 'Plug the adapter in and compare the path with the ports that `nationec doctor` or `listPorts()` shows; a path below /dev/serial/by-id stays the same after a replug.',
      zh: '请插好转接器，并用 nationec doctor 或 listPorts() 核对端口路径；/dev/serial/by-id 下的路径在重新插拔后保持不变。',
    },
  },
  PORT_FORBIDDEN: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'This user may not use the port.', zh: '当前用户无权使用该端口。' },
    advice: {
      en: 'Add the user to the group that owns the port (`dialout` on Debian, `uucp` on Arch) and log in again.',
      zh: '请将当前用户加入端口所属的用户组（Debian 为 dialout，Arch 为 uucp），然后重新登录。',
    },
  },
  PORT_BUSY: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'Another program uses the port.', zh: '端口正被其他程序占用。' },
    advice: {
      en: 'End the other program; `lsof` or `fuser -v` with the path of the port names it.',
      zh: '请结束占用端口的程序；可用 lsof 或 fuser -v 加端口路径查出该程序。',
    },
  },
  PORT_NOT_SERIAL: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The path is not a serial port.', zh: '该路径不是串口设备。' },
    advice: {
      en: 'Take a path that `nationec doctor` or `listPorts()` shows; on macOS one that begins with /dev/cu.',
      zh: '请使用 nationec doctor 或 listPorts() 列出的路径；macOS 上应使用 /dev/cu. 开头的路径。',
    },
  },
  PORT_RATE_UNSUPPORTED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The port cannot be set to this rate.', zh: '端口不支持该波特率。' },
    advice: {
      en: 'Take a rate that the adapter and the terminal both have; 115200 is the usual one.',
      zh: '请选用转接器与终端都支持的波特率；常用值为 115200。',
    },
  },
  PORT_UNPLUGGED: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The port is gone while it was in use.', zh: '端口在使用过程中断开。' },
    advice: {
      en: 'Plug the cable in again; after `unknown` query the order and never repeat the request.',
      zh: '请重新插好连线；若 delivery 为 unknown，请先查询订单，切勿重复提交。',
    },
  },
  PORT_UNRESPONSIVE: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The port did not open in time.', zh: '端口未能在规定时间内打开。' },
    advice: {
      en: 'Unplug the adapter and plug it in again; on macOS take the path that begins with /dev/cu.',
      zh: '请重新插拔转接器；macOS 上请使用 /dev/cu. 开头的路径。',
    },
  },
  PORT_BINDING_MISSING: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Nothing here can open a serial port.', zh: '当前环境没有可用的串口访问方式。' },
    advice: {
      en: 'Install the package `serialport` under Node older than 26.4; on Linux and macOS no package is needed (`binding: "stty"`).',
      zh: '请在低于 26.4 的 Node 下安装 serialport 包；Linux 和 macOS 无需安装（binding: "stty"）。',
    },
  },
  PORT_FAILED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The port could not be opened or set.', zh: '端口打开或设置失败。' },
    advice: {
      en: 'Look at `cause` for what the system said; nothing was sent.',
      zh: '系统给出的原因见 cause；未发送任何数据。',
    },
  },
} as const satisfies ErrorCatalogue
