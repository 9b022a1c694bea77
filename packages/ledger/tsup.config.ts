import { packageModules } from '../../tsup.base.ts'

export default packageModules(
  {
    exchanges: 'src/exchanges.ts',
    index: 'src/index.ts',
    postgres: 'src/postgres.ts',
    reconciliation: 'src/reconciliation.ts',
    simulation: 'src/simulation.ts',
    sqlite: 'src/sqlite.ts',
    'store-kit': 'src/store-kit.ts',
  },
  { external: [/^node:/] },
)
