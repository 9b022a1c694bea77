import { cp } from 'node:fs/promises'
import { packageBuild } from '../../tsup.base.ts'

/** The script for old pages, which the agent serves from /sdk/, and its map. */
async function copySdk(): Promise<void> {
  for (const file of ['nation-ec-trans.js', 'nation-ec-trans.js.map'])
    await cp(`../../packages/browser/dist/${file}`, `dist/sdk/${file}`)
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
