import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PortInfo } from './port-info.ts'

/** Where Linux tells what it knows. Tests give a tree of their own. */
export interface LinuxPlaces {
  readonly devices: string
  readonly classes: string
}

const PLACES: LinuxPlaces = { devices: '/dev', classes: '/sys/class/tty' }
/** A port hangs below its USB device at most this deep: port, adapter, interface, device. */
const DEEPEST = 4
/** `PORT_UNKNOWN`: the driver keeps the name, and there is no chip. */
const NO_CHIP = '0'

/** Serial ports as the kernel knows them; terminals of the screen and pseudo-terminals have no device and are left out. */
export async function linuxPorts({ devices, classes }: LinuxPlaces = PLACES): Promise<PortInfo[]> {
  const stable = await stableNames(devices)
  const names = await readdir(classes).catch(() => [])
  const found = await Promise.all(names.map((name) => look(name)))
  return found
    .filter((info) => info !== undefined)
    .sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))

  async function look(name: string): Promise<PortInfo | undefined> {
    const device = await realpath(join(classes, name, 'device')).catch(() => undefined)
    if (device === undefined || (await textOf(join(classes, name, 'type'))) === NO_CHIP) return undefined
    const path = join(devices, name)
    if (!(await isThere(path))) return undefined
    return { path, stablePath: stable.get(await realpath(path)), ...(await usbFacts(device)) }
  }
}

async function stableNames(devices: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(devices, 'serial/by-id')
  const links = await readdir(folder).catch(() => [])
  const pairs = links.map(async (link) => {
    const path = join(folder, link)
    return [await realpath(path).catch(() => ''), path] as const
  })
  return new Map(await Promise.all(pairs))
}

async function usbFacts(device: string): Promise<Partial<PortInfo>> {
  let folder = device
  for (let level = 0; level < DEEPEST; level += 1) {
    const vendorId = await textOf(join(folder, 'idVendor'))
    if (vendorId !== undefined) {
      const of = (file: string): Promise<string | undefined> => textOf(join(folder, file))
      return {
        vendorId,
        productId: await of('idProduct'),
        manufacturer: await of('manufacturer'),
        product: await of('product'),
        serialNumber: await of('serial'),
      }
    }
    folder = dirname(folder)
  }
  return {}
}

async function textOf(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trim() === '' ? undefined : text.trim()
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
