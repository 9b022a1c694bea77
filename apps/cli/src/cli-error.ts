import { type ErrorCatalogue, NationEcError } from '@nationec/errors'

export type CliErrorCode = 'PORT_BUSY' | 'PORT_REFUSED' | 'TARGET_UNKNOWN' | 'BUILD_FAILED' | 'FOLDER_NOT_WRITABLE'

/** What can be wrong with the machine when a command starts. */
export const cliErrors: ErrorCatalogue<CliErrorCode> = {
  PORT_BUSY: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'Another program listens on this port.', zh: '该端口已被其他程序占用。' },
    advice: { en: 'End it, or choose another with --port.', zh: '请结束该程序，或用 --port 指定其他端口。' },
  },
  PORT_REFUSED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The system does not let this program listen on the port.', zh: '系统不允许在该端口监听。' },
    advice: { en: 'Choose a port from 1024 to 65535 with --port.', zh: '请用 --port 指定 1024 至 65535 之间的端口。' },
  },
  TARGET_UNKNOWN: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The stand-in library does not exist for this system.', zh: '没有适用于该系统的替身动态库。' },
    advice: {
      en: 'Choose another with --target, for example win32-ia32 or win32-x64.',
      zh: '请用 --target 指定其他系统，例如 win32-ia32 或 win32-x64。',
    },
  },
  BUILD_FAILED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The stand-in library could not be built.', zh: '替身动态库构建失败。' },
    advice: { en: 'Read what the compiler said above.', zh: '请查看上方编译器的输出。' },
  },
  FOLDER_NOT_WRITABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The files cannot be written into this folder.', zh: '无法向该文件夹写入文件。' },
    advice: {
      en: 'Choose another with --out, and end programs that have loaded the library from there.',
      zh: '请用 --out 指定其他文件夹，并关闭已从该处加载动态库的程序。',
    },
  },
}

/** A command could not start. */
export function cliError(code: CliErrorCode, cause?: unknown): NationEcError<CliErrorCode> {
  return new NationEcError({ code, entry: cliErrors[code], cause })
}
