import { cp } from 'node:fs/promises'
import { resolve } from 'node:path'
import { packageBuild } from '../../tsup.base.ts'

/** The script for old pages, which the agent serves from /sdk/. */
async function copySdk(): Promise<void> {
  await cp(resolve('../../packages/browser/dist/nation-ec-trans.js'), resolve('dist/sdk/nation-ec-trans.js'))
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
