import { packageBuild } from '../../tsup.base.ts'

export default packageBuild({ index: 'src/index.ts', gb18030: 'src/gb18030.ts' })
