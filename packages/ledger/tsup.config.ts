import { packageBuild } from '../../tsup.base.ts'

export default packageBuild({ index: 'src/index.ts', simulation: 'src/simulation.ts' }, { external: [/^node:/] })
