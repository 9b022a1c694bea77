import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { buildFolder } from '../setup/build-folder.mjs'

/**
 * @typedef {object} SizeLimit
 * @property {string} name
 * @property {number} limit KB of 1000 bytes: minified, as one file
 * @property {boolean} [alone] without the packages that it imports, and compressed by gzip; else with them, not compressed
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
  {
    name: 'ledger',
    limit: 80,
    alone: true,
    code: ['', '/sqlite', '/postgres', '/reconciliation', '/exchanges', '/simulation', '/store-kit']
      .map((entry) => `export * from '@nationec/ledger${entry}'`)
      .join('\n'),
  },
]

/**
 * The size in KB of what a bundler makes of some code, with the packages as they are published. `npm run build` first.
 *
 * @param {Pick<SizeLimit, 'name' | 'code' | 'alone'>} entry
 */
export async function sizeOf({ name, code, alone = false }) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: buildFolder, sourcefile: `${name}.js` },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: alone ? 'node' : 'browser',
    plugins: alone ? [othersApart(name)] : [],
    write: false,
    logLevel: 'error',
  })
  return outputFiles.reduce((sum, { contents }) => sum + (alone ? gzipSync(contents) : contents).length, 0) / 1000
}

/**
 * Leaves out every package but one of ours.
 *
 * @param {string} name
 * @returns {import('esbuild').Plugin}
 */
const othersApart = (name) => ({
  name: 'others-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith(`@nationec/${name}`) ? undefined : { path, external: true },
    ),
})
