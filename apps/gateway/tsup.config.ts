import { packageBuild } from '../../tsup.base.ts'

export default packageBuild({ index: 'src/index.ts', program: 'src/program.ts' }, { platform: 'node' })
