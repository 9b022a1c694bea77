import { isTestFile, textOf, trackedFiles } from './tracked-files.ts'

/** Ornaments that hide who does what, and what to write in their place. */
const WORDS = /\b(nobody|whoever|whatever|whichever|somebody)\b/i

/** Where sources, scripts and documents use such a word, one sentence each. Titles of tests are free. */
export function ornaments(top: string): string[] {
  return trackedFiles(top)
    .filter((file) => !isTestFile(file) && !file.includes('/generated/') && !EXEMPT.has(file))
    .flatMap((file) =>
      (textOf(top, file)?.split('\n') ?? []).flatMap((line, index) => {
        const word = WORDS.exec(line.replaceAll(NAMES, ''))?.[1]
        return word === undefined ? [] : [`${file}:${index + 1}: "${word}" hides who does it: name the part that does`]
      }),
    )
}

/** A lock file is not ours to word. */
const EXEMPT: ReadonlySet<string> = new Set(['package-lock.json'])

/** Names that others gave: the user of a system that owns nothing. */
const NAMES = /`nobody`/g
