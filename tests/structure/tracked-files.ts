import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../../scripts/workspaces.mjs'

/** Every file that is, or would be, under version control; outside a checkout every file there is. */
export function trackedFiles(top: string): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
  })
  const files = status === 0 ? stdout.split('\0').filter((file) => file !== '') : filesBelow(top, '', () => true)
  return [...new Set(files)].sort()
}

/** The text of a file; `undefined` for a binary or a deleted one. */
export function textOf(top: string, file: string): string | undefined {
  try {
    const text = readFileSync(join(top, file), 'utf8')
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
