import { packageModules } from '../../tsup.base.ts'

// A page that counts money must not load the rest.
export default packageModules({ index: 'src/index.ts', gb18030: 'src/gb18030.ts', privacy: 'src/privacy.ts' })
