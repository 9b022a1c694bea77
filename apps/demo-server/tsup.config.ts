import { cp } from 'node:fs/promises'
import { resolve } from 'node:path'
import { copySourceMap } from '../../scripts/package/source-maps.mjs'
import { packageBuild } from '../../tsup.base.ts'

/** The script for old pages, which the agent serves from /sdk/, and its map. */
async function copySdk(): Promise<void> {
  const from = resolve('../../packages/browser/dist/nation-ec-trans.js')
  const to = resolve('dist/sdk/nation-ec-trans.js')
  await cp(from, to)
  copySourceMap(`${from}.map`, `${to}.map`)
}

// The program is only ever run, as ESM; console and SDK are built into dist by their own tools and must not be cleaned away.
export default [
  packageBuild({ index: 'src/index.ts' }, { platform: 'node', clean: false }),
  packageBuild(
    { main: 'src/main.ts' },
    {
      platform: 'node',
      clean: false,
      format: ['esm'],
      dts: false,
      splitting: false,
      onSuccess: copySdk,
    },
  ),
]
