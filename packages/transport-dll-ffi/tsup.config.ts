import { packageBuild } from '../../tsup.base.ts'

// The script of a host process is built apart: it is not imported, and it is run as ESM only.
export default [
  packageBuild({ index: 'src/index.ts' }, { external: ['koffi', /^node:/] }),
  packageBuild(
    { 'koffi-host': 'src/koffi-host.ts' },
    { clean: false, format: ['esm'], dts: false, external: ['koffi', /^node:/] },
  ),
]
