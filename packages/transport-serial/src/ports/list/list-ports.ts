import { readdir } from 'node:fs/promises'
import { type Runtime, serialportWorks, thisRuntime } from '../device/runtime.ts'
import { importSerialport, type NativePortInfo } from '../serialport/serialport-module.ts'
import { linuxPorts } from './linux-ports.ts'
import type { PortInfo } from './port-info.ts'

/** On every Mac, and never a terminal. */
const OF_THE_SYSTEM = /^cu\.(Bluetooth-Incoming-Port|debug-console|wlan-debug)$/

/**
 * Lists the serial ports of this machine; none is opened.
 *
 * Linux: from the kernel, the same on every runtime. macOS and Windows: from the package `serialport` where it is installed
 * and works; without it macOS gives paths only, and Windows nothing.
 *
 * @example
 * ```ts
 * import { listPorts } from '@nationec/transport-serial'
 *
 * for (const { path, stablePath, product } of await listPorts()) console.log(stablePath ?? path, product)
 * ```
 */
export async function listPorts(): Promise<PortInfo[]> {
  const runtime = thisRuntime()
  if (runtime.platform === 'linux') return linuxPorts()
  return (await nativePorts(runtime)) ?? (runtime.platform === 'darwin' ? macPorts() : [])
}

async function nativePorts(runtime: Runtime): Promise<PortInfo[] | undefined> {
  if (!serialportWorks(runtime)) return undefined
  const module = await importSerialport()
  return (await module?.SerialPort.list())?.map(fromNative)
}

/** The library lists the side of a Mac's port that waits for a carrier; its other side opens at once. */
function fromNative(info: NativePortInfo): PortInfo {
  const { manufacturer, serialNumber, vendorId, productId, friendlyName } = info
  const path = info.path.replace(/^\/dev\/tty\./, '/dev/cu.')
  return { path, manufacturer, product: friendlyName, serialNumber, vendorId, productId }
}

async function macPorts(): Promise<PortInfo[]> {
  const names = await readdir('/dev')
  return names
    .filter((name) => name.startsWith('cu.') && !OF_THE_SYSTEM.test(name))
    .sort()
    .map((name) => ({ path: `/dev/${name}` }))
}
