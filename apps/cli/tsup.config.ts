import { packageBuild } from '../../tsup.base.ts'

export default packageBuild({ main: 'src/main.ts' }, { format: ['esm'], dts: false, platform: 'node' })
