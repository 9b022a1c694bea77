import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { filesBelow } from '../../scripts/workspaces.mjs'

export interface Import {
  /** The file that imports, relative to the top, with forward slashes. */
  readonly file: string
  readonly specifier: string
}

/** Tests and what only tests use: not part of what a package is made of. */
export function isTestFile(file: string): boolean {
  return /\.(test|deep|bench|test-d)\.[cm]?[jt]s$|\/fixtures\//.test(file)
}

/** The sources of a package, without its tests. */
export function sourcesOf(top: string, folder: string): string[] {
  return filesBelow(top, `${folder}/src`, (file) => /\.[cm]?[jt]sx?$/.test(file) && !isTestFile(file))
}

/** Every static and dynamic import, re-export and `require` of a file, type-only ones too: an arrow is an arrow. */
export function importsOf(top: string, file: string): Import[] {
  const source = readFileSync(join(top, file), 'utf8')
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => ({ file, specifier: fileName }))
}

/** The package that a bare specifier names (`@scope/name/sub` → `@scope/name`); `undefined` for files and built-in modules. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Whether a specifier is a module of the runtime without `node:` in front, which Deno does not resolve. */
export function isBareBuiltin(specifier: string): boolean {
  return !specifier.startsWith('node:') && isBuiltin(specifier)
}

/** The file that a relative import means, relative to the top; `undefined` for anything else. */
export function fileOf({ file, specifier }: Import): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined
}
