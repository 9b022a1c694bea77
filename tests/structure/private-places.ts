import { textOf, trackedFiles } from './tracked-files.ts'

/** Places that exist on one machine or in one network only. Written so that the patterns do not match themselves. */
const PATTERNS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a path of one machine', /(?<![\w.:/-])\/(?:work|root|tmp|home\/[a-z]\w*|Users\/[a-z]\w*)(?=[/\s'"`)]|$)/i],
  ['a path of one machine', /\b[a-z]:[\\/]+Users[\\/]+\w/i],
  ['the host of a package registry', /\bregistry\.[\w-]+\.[a-z]{2,}|\bnpm[m]irror\b/i],
]

/** Where a file names a place that no reader has, one sentence each. */
export function privatePlaces(top: string): string[] {
  return trackedFiles(top).flatMap((file) =>
    (textOf(top, file)?.split('\n') ?? []).flatMap((line, index) =>
      PATTERNS.filter(([, pattern]) => pattern.test(line)).map(
        ([what, pattern]) => `${file}:${index + 1}: ${what}: ${pattern.exec(line)?.[0]}`,
      ),
    ),
  )
}
