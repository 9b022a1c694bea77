import { delimiter, dirname, join } from 'node:path'
import { toolNode } from './node.mjs'
import { cacheFolder, root } from './places.mjs'

/**
 * The environment for tools: our Node first on the path, no telemetry.
 *
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(extra = {}) {
  const { PATH, Path, ...rest } = process.env
  const folders = [dirname(toolNode().path), join(root, 'node_modules', '.bin'), PATH ?? Path ?? '']
  return {
    ...rest,
    PATH: folders.join(delimiter),
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DENO_NO_UPDATE_CHECK: '1',
    // Deno's home folder may be missing or read-only; its transpiled files belong with the other passing files.
    DENO_DIR: join(cacheFolder, 'deno'),
    ...extra,
  }
}

/** For {@link toolEnvironment} when the text is captured and read. */
export const plainText = { NO_COLOR: '1', FORCE_COLOR: undefined }
