import { isAbsolute, posix } from 'node:path'
import type { Manifest } from '../../scripts/workspaces.mjs'
import { isTestFile } from '../structure/tracked-files.ts'

/** What the contents of a package are judged by. */
export interface Contents {
  readonly manifest: Manifest
  readonly files: readonly string[]
  /** Whether the package has a changelog; it has none before its first version. */
  readonly hasChangelog: boolean
  /** The text of one of the files. */
  read(file: string): string
}

/** What is wrong with the contents of a package, one sentence each. */
export function wrongContents(contents: Contents): string[] {
  const { files, manifest } = contents
  return [
    ...wantedFiles(contents)
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is missing`),
    ...(manifest.files?.includes('CHANGELOG.md') ? [] : ['"files" of package.json does not name CHANGELOG.md']),
    ...(files.some((file) => file.startsWith('src/')) ? [] : ['the sources are missing']),
    ...files.filter(isTestFile).map((file) => `${file} is for tests only`),
    ...targetsOf(manifest)
      .filter((file) => !files.includes(file))
      .map((file) => `package.json names ${file}, which is missing`),
    ...files.filter((file) => /^dist\/.*\.c?js$/.test(file)).flatMap((file) => wrongSourceMap(contents, file)),
    ...missingNotices(contents),
  ]
}

function wantedFiles({ files, hasChangelog }: Contents): string[] {
  const programs = files.some(isWindowsProgram)
  return [
    ...['package.json', 'README.md', 'LICENSE'],
    ...(hasChangelog ? ['CHANGELOG.md'] : []),
    // The program can be built again from what comes with it.
    ...(programs ? ['native/source/build.mjs', 'native/source/hashes.json'] : []),
  ]
}

const isWindowsProgram = (file: string): boolean => /^native\/win32.*\.(dll|exe)$/.test(file)

/** Every file that package.json promises. */
function targetsOf({ exports, bin }: Manifest): string[] {
  const leaves = (value: unknown): string[] =>
    typeof value === 'string' ? [posix.normalize(value)] : Object.values(value ?? {}).flatMap(leaves)
  return [...leaves(exports), ...leaves(bin)]
}

interface SourceMap {
  readonly sources: readonly string[]
  readonly sourcesContent?: readonly unknown[]
}

/** The library of a bundled file. */
const LIBRARY = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//

/** The texts of the documents for the search of their site: a script of data, which no source holds. */
const SEARCH_TEXTS = /\/docs\/assets\/search-\w+\.js$/

/** A debugger must find its way from the built file to our source: in the package, or else in the map itself. */
function wrongSourceMap({ read, files }: Contents, file: string): string[] {
  const url = /\/\/# sourceMappingURL=(.+)\s*$/.exec(read(file))?.[1]
  // Rewritten for browsers without ES2015, and inlined whole: no line of it stands in a source.
  if (url === undefined && file.endsWith('/nation-ec-trans.js')) return []
  if (url === undefined && SEARCH_TEXTS.test(file)) return []
  if (url === undefined) return [`${file} names no source map`]
  const map = posix.join(posix.dirname(file), url)
  if (!files.includes(map)) return [`${file} names the source map ${url}, which is missing`]
  const { sources, sourcesContent = [] }: SourceMap = JSON.parse(read(map))
  return sources.flatMap((source, index) => {
    const place = isAbsolute(source) ? source : posix.join(posix.dirname(map), source)
    const carried = typeof sourcesContent[index] === 'string'
    if (files.includes(place)) return carried ? [`${map} carries ${place}, which lies in the package`] : []
    if (LIBRARY.test(place)) return carried ? [`${map} carries ${place}, which is a library's`] : []
    return carried && !isAbsolute(source) ? [] : [`${map} leads to ${place}, which is missing`]
  })
}

/** The code of a library comes with the text of its licence. */
function missingNotices({ read, files }: Contents): string[] {
  const notices = files.filter((file) => posix.basename(file) === 'THIRD-PARTY-NOTICES.txt').map(read)
  const maps = files.filter((file) => /^dist\/.*\.map$/.test(file))
  const bundled = maps.flatMap((map) => {
    const { sources }: SourceMap = JSON.parse(read(map))
    return sources.flatMap((source) => LIBRARY.exec(source)?.[1] ?? [])
  })
  const runtimes = files.some(isWindowsProgram) ? ['mingw-w64 runtime'] : []
  return [...new Set([...bundled, ...runtimes])]
    .filter(
      (name) => !notices.some((text) => text.split('\n').some((line) => line.startsWith(`${name} `) || line === name)),
    )
    .map((name) => `the code of ${name} is in the package, its licence is not`)
}
