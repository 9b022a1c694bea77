import { packageBuild } from '../../tsup.base.ts'

export default packageBuild(
  { index: 'src/index.ts', reconciliation: 'src/reconciliation.ts', simulation: 'src/simulation.ts' },
  { external: [/^node:/] },
)
