import { spawnSync } from 'node:child_process'
import { filesBelow } from './workspaces.mjs'

/**
 * Every file that is, or would be, under version control; outside a checkout every file there is.
 *
 * @param {string} top
 * @returns {string[]} relative to `top`, sorted, with forward slashes
 */
export function trackedFiles(top) {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const files = status === 0 ? stdout.split('\0').filter((file) => file !== '') : filesBelow(top, '', () => true)
  return [...new Set(files)].sort()
}
