import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package: the nearest one above this file, built or not, that has a package.json. */
function packageFolder(): string {
  const here = dirname(typeof __filename === 'string' ? __filename : fileURLToPath(import.meta.url))
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder
  }
}

/** Our script for a host on koffi. */
export function koffiHostScript(): string {
  return join(packageFolder(), 'dist', 'koffi-host.js')
}

/** The native host that this package brings for a target (`win32-ia32`), whether or not it is there. */
export function shippedHost(target: string): string {
  const name = target.startsWith('win32') ? 'nationec-host.exe' : 'nationec-host'
  return join(packageFolder(), 'native', target, name)
}
