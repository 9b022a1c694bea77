import { fileURLToPath } from 'node:url'

/** Our script for a host on koffi: it is built beside this file. */
export function koffiHostScript(): string {
  return fileURLToPath(new URL('./koffi-host.js', import.meta.url))
}

/** The native host that this package brings for a target (`win32-ia32`), whether or not it is there. */
export function shippedHost(target: string): string {
  const name = target.startsWith('win32') ? 'nationec-host.exe' : 'nationec-host'
  return fileURLToPath(new URL(`../native/${target}/${name}`, import.meta.url))
}
