import { packageBuild } from '../../tsup.base.ts'

// Built apart, because declarations that two entries share go to a file without a script of that name, which Deno does
// not find. The kit uses node:test and node:assert, which all runtimes bring; the package itself stays free of them.
export default [
  packageBuild({ index: 'src/index.ts' }),
  packageBuild({ conformance: 'src/conformance.ts' }, { clean: false, external: [/^node:/] }),
  packageBuild({ 'http-once': 'src/http-once.ts' }, { clean: false, external: [/^node:/] }),
  packageBuild({ lock: 'src/lock.ts' }, { clean: false, external: [/^node:/] }),
]
