import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top of the checkout. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Files that come and go: logs, lock files, bundles. Ignored by git. */
export const cacheFolder = join(root, '.cache')

/** Platform and processor, as Node names them: `linux-x64`. */
export const platform = `${process.platform}-${process.arch}`

export const onWindows = process.platform === 'win32'

/** @param {string} name */
export const executable = (name) => (onWindows ? `${name}.exe` : name)

/** Where a file could be among the folders of the path. @param {string} file */
export const onPath = (file) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, file))

/**
 * The folder of an installed package, looked up the way Node does, without a look at its exports.
 *
 * @param {string} name
 * @param {string} [from] the package that depends on it; default the workspace root
 * @returns {string | undefined}
 */
export function packageFolder(name, from = root) {
  for (let folder = realpathSync(from); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === dirname(folder)) return undefined
  }
}

/**
 * Remembers what a search has found.
 *
 * @template T
 * @param {() => T} find
 * @returns {() => T}
 */
export function once(find) {
  /** @type {{ value: T } | undefined} */
  let found
  return () => {
    found ??= { value: find() }
    return found.value
  }
}
