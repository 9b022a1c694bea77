import { run } from '../run.mjs'
import { plainText, root, tool, toolEnvironment } from '../tools.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Builds every package that has changed; turbo takes the rest from its cache.
 *
 * @returns {Promise<string>} how much of it came from the cache
 */
export async function build() {
  const { command, args } = tool('turbo')
  const { code, output } = await run(command, [...args, 'run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    env: toolEnvironment(plainText),
  })
  if (code !== 0) throw new SetupError('The build failed.', '构建失败。', output)
  return /Cached:\s+(\d+ cached, \d+ total)/.exec(output)?.[1] ?? ''
}
