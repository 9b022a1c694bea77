import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../../scripts/workspaces.mjs'

export { trackedFiles } from '../../scripts/tracked-files.mjs'

/** The text of a file; `undefined` for a binary or a deleted one. */
export function textOf(top: string, file: string): string | undefined {
  try {
    const text = readFileSync(join(top, file), 'utf8')
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** Tests and what only tests use: not part of what a package is made of. */
export function isTestFile(file: string): boolean {
  return /\.(test|deep|bench|test-d)\.[cm]?[jt]s$|\/fixtures\/|^tests\//.test(file)
}

/** What is written by hand and part of a package or of the tooling: neither a test nor generated. */
export function isHandMade(file: string): boolean {
  return !isTestFile(file) && !file.includes('/generated/')
}

/** The sources of a package, without its tests. */
export function sourcesOf(top: string, folder: string): string[] {
  return filesBelow(top, `${folder}/src`, (file) => /\.[cm]?[jt]sx?$/.test(file) && !isTestFile(file))
}
