import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the built files: this file is one of them, as a module of either kind. */
function builtFolder(): string {
  return dirname(typeof __filename === 'string' ? __filename : fileURLToPath(import.meta.url))
}

/** Our script for a host on koffi. */
export function koffiHostScript(): string {
  return join(builtFolder(), 'koffi-host.js')
}

/** The native host that this package brings for a target (`win32-ia32`), whether or not it is there. */
export function shippedHost(target: string): string {
  const name = target.startsWith('win32') ? 'nationec-host.exe' : 'nationec-host'
  return join(builtFolder(), '..', 'native', target, name)
}
