import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesBelow } from '../workspaces.mjs'

/** Tests write here: a test that starts itself would never end. */
const MADE_BY_PROGRAMS = /(^|\/)(\.cache|dist|node_modules)\//

/**
 * The test files that say most about a saved file: itself, the one of the same name, those of its folder, or those of the
 * nearest folder above, up to `src`.
 *
 * @param {string} top
 * @param {string} file relative to `top`, with forward slashes; another kind of file has no tests
 * @returns {string[]}
 */
export function testsBeside(top, file) {
  if (!/\.(ts|vue)$/.test(file) || MADE_BY_PROGRAMS.test(file)) return []
  if (file.endsWith('.test.ts')) return existsSync(join(top, file)) ? [file] : []
  const ownTest = file.replace(/\.ts$/, '.test.ts')
  if (existsSync(join(top, ownTest))) return [ownTest]
  for (let folder = dirname(file); folder.includes('/'); folder = dirname(folder)) {
    const inFolder = filesBelow(top, folder, (name) => name.endsWith('.test.ts') && dirname(name) === folder)
    if (inFolder.length > 0) return inFolder
    if (folder.endsWith('/src')) break
  }
  return []
}
