import { cp } from 'node:fs/promises'
import { packageBuild } from '../../tsup.base.ts'

/** The script for old pages, which the agent serves from /sdk/. */
const sdk = '../../packages/browser/dist/nation-ec-trans.js'

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
      onSuccess: () => cp(sdk, 'dist/sdk/nation-ec-trans.js'),
    },
  ),
]
