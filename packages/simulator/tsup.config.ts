import { packageBuild } from '../../tsup.base.ts'

// Built apart, because declarations that two entries share go to a file without a script of that name, which Deno does
// not find; and so that nothing of the terminal's part can pull cryptography in.
export default [packageBuild({ index: 'src/index.ts' }), packageBuild({ centre: 'src/centre.ts' }, { clean: false })]
