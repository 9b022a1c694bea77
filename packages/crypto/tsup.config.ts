import { packageModules } from '../../tsup.base.ts'

// A page that counts money, or hashes, must not load the rest.
export default packageModules({
  index: 'src/index.ts',
  sm2: 'src/sm2.ts',
  sm3: 'src/sm3.ts',
  sm4: 'src/sm4.ts',
  json: 'src/json.ts',
  keys: 'src/keys.ts',
})
