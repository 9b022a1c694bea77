import { packageBuild } from '../../tsup.base.ts'

// The second entry is the script of a host process. It is found beside the first, in CommonJS too (`shims`), and is run as
// ESM only.
export default packageBuild(
  { index: 'src/index.ts', 'koffi-host': 'src/koffi-host.ts' },
  { shims: true, external: ['koffi', /^node:/] },
)
