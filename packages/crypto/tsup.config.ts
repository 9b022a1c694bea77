import { packageModules } from '../../tsup.base.ts'

<<<<<<< HEAD
// A page that counts money, or hashes, must not load the rest.
export default packageModules({ index: 'src/index.ts', sm2: 'src/sm2.ts', sm3: 'src/sm3.ts', sm4: 'src/sm4.ts' })
=======
export default packageBuild({
  index: 'src/index.ts',
  sm2: 'src/sm2.ts',
  sm3: 'src/sm3.ts',
  sm4: 'src/sm4.ts',
  json: 'src/json.ts',
})
>>>>>>> e20c650 (Read and write the JSON that is signed in crypto, by one table of rules for what is empty, and explain signatures on its exact text)
