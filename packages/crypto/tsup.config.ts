import { packageBuild } from '../../tsup.base.ts'

export default packageBuild({ index: 'src/index.ts', sm2: 'src/sm2.ts', sm3: 'src/sm3.ts', sm4: 'src/sm4.ts' })
