import { build } from 'esbuild'
import { buildFolder } from '../setup/build-folder.mjs'

/**
 * @typedef {object} SizeLimit
 * @property {string} name
 * @property {number} limit KB of 1000 bytes: minified, as one file, not compressed
 * @property {string} code what a user imports
 */

/** @type {readonly SizeLimit[]} */
export const LIMITS = [
  { name: 'yuan', limit: 3, code: "export { yuan } from '@nationec/protocol'" },
  { name: 'sm3', limit: 12, code: "export { sm3 } from '@nationec/crypto'" },
  {
    name: 'client',
    limit: 150,
    code: `export { createClient } from '@nationec/client'
      export { defineProfile, yuan } from '@nationec/protocol'
      export { mockTransport } from '@nationec/transport-mock'`,
  },
  { name: 'browser', limit: 14, code: "export * from '@nationec/browser'" },
]

/**
 * The size in KB of what a bundler makes of some code, with the packages as they are published. `npm run build` first.
 *
 * @param {Pick<SizeLimit, 'name' | 'code'>} entry
 */
export async function sizeOf({ name, code }) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: buildFolder, sourcefile: `${name}.js` },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  })
  return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0) / 1000
}
