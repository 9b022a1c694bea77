import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../run.mjs'
import { cacheFolder, plainText, root, tool, toolEnvironment } from '../tools.mjs'
import { buildFolder, copySources } from './build-folder.mjs'
import { withLock } from './lock.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Builds every package as it is published, in a copy of the checkout; turbo takes what has not changed from its cache.
 *
 * @returns {Promise<string>} how much of it came from the cache
 */
export function build() {
  return withLock(join(cacheFolder, 'build.lock'), async () => {
    copySources()
    // turbo asks git which files there are, and git ignores this folder in the repository around it.
    if (!existsSync(join(buildFolder, '.git'))) spawnSync('git', ['init', '--quiet'], { cwd: buildFolder })
    const { command, args } = tool('turbo')
    const { code, output } = await run(command, [...args, 'run', 'build', '--output-logs=errors-only'], {
      cwd: buildFolder,
      env: toolEnvironment({ ...plainText, TURBO_CACHE_DIR: join(root, '.turbo/cache') }),
    })
    if (code !== 0) throw new SetupError('The build failed.', '构建失败。', output)
    return /Cached:\s+(\d+ cached, \d+ total)/.exec(output)?.[1] ?? ''
  })
}
