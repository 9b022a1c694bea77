import { readFileSync } from 'node:fs'
import { isAbsolute, join, posix } from 'node:path'
import type { Manifest } from '../../scripts/workspaces.mjs'
import { isTestFile } from '../structure/tracked-files.ts'

/** What the contents of a package are judged by. */
export interface Contents {
  /** The folder that was packed, absolute. */
  readonly path: string
  readonly manifest: Manifest
  readonly files: readonly string[]
}

/** What is wrong with the contents of a package, one sentence each. */
export function wrongContents(contents: Contents): string[] {
  const { files, manifest } = contents
  return [
    ...['package.json', 'README.md', 'LICENSE']
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is missing`),
    ...(files.some((file) => file.startsWith('src/')) ? [] : ['the sources are missing']),
    ...files.filter(isTestFile).map((file) => `${file} is for tests only`),
    ...targetsOf(manifest)
      .filter((file) => !files.includes(file))
      .map((file) => `package.json names ${file}, which is missing`),
    ...files.filter((file) => /^dist\/.*\.c?js$/.test(file)).flatMap((file) => wrongSourceMap(contents, file)),
  ]
}

/** Every file that package.json promises. */
function targetsOf({ exports, bin }: Manifest): string[] {
  const leaves = (value: unknown): string[] =>
    typeof value === 'string' ? [posix.normalize(value)] : Object.values(value ?? {}).flatMap(leaves)
  return [...leaves(exports), ...leaves(bin)]
}

/** A debugger must find its way from the built file to the source: in the package, or in the map itself. */
function wrongSourceMap({ path, files }: Contents, file: string): string[] {
  const url = /\/\/# sourceMappingURL=(.+)\s*$/.exec(readFileSync(join(path, file), 'utf8'))?.[1]
  if (url === undefined) return [`${file} names no source map`]
  const map = posix.join(posix.dirname(file), url)
  if (!files.includes(map)) return [`${file} names the source map ${url}, which is missing`]
  const { sources, sourcesContent = [] }: { sources: string[]; sourcesContent?: unknown[] } = JSON.parse(
    readFileSync(join(path, map), 'utf8'),
  )
  return sources
    .filter((source, index) => isAbsolute(source) || typeof sourcesContent[index] !== 'string')
    .map((source) => (isAbsolute(source) ? source : posix.join(posix.dirname(map), source)))
    .filter((source) => !files.includes(source))
    .map((source) => `${map} leads to ${source}, which is missing`)
}
