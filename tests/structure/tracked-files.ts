import { readFileSync } from 'node:fs'
import { join } from 'node:path'

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
