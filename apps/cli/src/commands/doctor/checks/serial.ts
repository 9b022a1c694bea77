import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import process from 'node:process'
import { listPorts } from '@nationec/transport-serial'
import { type Check, type Checker, found, ok, skipped } from './check.ts'
import { queryRegistry } from './windows-registry.ts'

/** Which serial ports there are, and whether this user may open them. No port is opened. */
export const checkSerial: Checker = async ({ settings: { serialPort: port, transport } }) => {
  const needed = transport === 'serial'
  const ports = await namesOfPorts()
  const wanted = port === undefined ? ports : [port]
  const names = ports.join(', ')
  if (wanted.length === 0) {
    const why = { en: 'This machine shows no serial port.', zh: '本机未发现串口。' }
    if (!needed) return [skipped('serial.ports', why.en, why.zh)]
    return [
      found('problem', 'serial.ports', why, { en: 'Check the cable and the driver.', zh: '请检查连线和驱动程序。' }),
    ]
  }
  const isThere = port === undefined || ports.includes(port) || process.platform !== 'win32'
  const list = isThere
    ? ok('serial.ports', `Ports: ${names || wanted.join(', ')}.`, `串口：${names || wanted.join(', ')}。`)
    : found(
        'problem',
        'serial.ports',
        { en: `${port} is not among the ports: ${names}.`, zh: `串口中没有 ${port}：${names}。` },
        { en: 'Check the cable and the driver, or choose another port.', zh: '请检查连线和驱动程序，或改用其他串口。' },
      )
  return [list, await permissionOf(wanted, needed)]
}

/** Windows tells its ports without any package, too. */
async function namesOfPorts(): Promise<string[]> {
  const listed = (await listPorts()).map(({ path }) => path)
  if (listed.length > 0 || process.platform !== 'win32') return listed
  const values = await queryRegistry('HKLM\\HARDWARE\\DEVICEMAP\\SERIALCOMM')
  return values.map(({ value }) => value).filter((value) => /^COM\d+$/.test(value))
}

async function permissionOf(ports: readonly string[], needed: boolean): Promise<Check> {
  const id = 'serial.permission'
  if (process.platform === 'win32')
    return skipped(id, 'Windows lets every user open ports.', 'Windows 下所有用户均可打开串口。')
  const refused: string[] = []
  for (const port of ports) {
    const allowed = await access(port, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    )
    if (!allowed) refused.push(port)
  }
  if (refused.length === 0) return ok(id, 'This user may open them.', '当前用户有权打开。')
  const why = { en: `Not readable and writable: ${refused.join(', ')}.`, zh: `无法读写：${refused.join('、')}。` }
  return found(needed ? 'problem' : 'warning', id, why, {
    en: 'Add the user to the group of the device (often dialout or uucp) and sign in again.',
    zh: '请将用户加入设备所属的组（通常为 dialout 或 uucp），然后重新登录。',
  })
}
