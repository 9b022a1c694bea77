import { isHandMade, textOf, trackedFiles } from './tracked-files.ts'

/** A file above this is more than one idea. */
const MOST_LINES = 400

/** Files that may be longer, each with the reason. */
export const LONG_FILES: Readonly<Record<string, string>> = {}

export interface FileSize {
  readonly file: string
  readonly lines: number
}

/** The size of every source file that is neither a test nor generated, longest first. */
export function sourceSizes(top: string): FileSize[] {
  return trackedFiles(top)
    .filter((file) => /\.(?:[cm]?[jt]sx?|c|h)$/.test(file) && isHandMade(file))
    .flatMap((file) => {
      const text = textOf(top, file)
      return text === undefined ? [] : [{ file, lines: text.trimEnd().split('\n').length }]
    })
    .sort((a, b) => b.lines - a.lines)
}

/** Files that are too long without a reason, and reasons that are no longer needed. */
export function wrongSizes(sizes: readonly FileSize[], reasons: Readonly<Record<string, string>>): string[] {
  const long = sizes.filter(({ lines }) => lines > MOST_LINES)
  return [
    ...long
      .filter(({ file }) => !(file in reasons))
      .map(({ file, lines }) => `${file} has ${lines} lines, more than ${MOST_LINES}`),
    ...Object.keys(reasons)
      .filter((name) => !long.some(({ file }) => file === name))
      .map((name) => `${name} is not longer than ${MOST_LINES} lines: take it off the list`),
  ]
}

/** The value below which the given share of the files lies. */
export function linesAtShare(sizes: readonly FileSize[], share: number): number {
  const ascending = sizes.map(({ lines }) => lines).sort((a, b) => a - b)
  return ascending[Math.floor(share * (ascending.length - 1))] ?? 0
}
