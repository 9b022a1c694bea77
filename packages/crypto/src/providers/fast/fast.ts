import type { CryptoProvider } from '../../provider/provider.ts'
import { createFastSm2, type FastSm2 } from './sm2.ts'
import { fastSm3 } from './sm3.ts'
import { createFastSm4 } from './sm4.ts'

/** This package's own arithmetic. Nothing is compiled before a part is asked for. */
export const fastProvider: CryptoProvider = {
  name: 'fast',
  sm3: fastSm3,
  get sm4() {
    sm4 ??= createFastSm4()
    return sm4
  },
  get sm2Signature() {
    return sm2().signature
  },
  get sm2Point() {
    return sm2().point
  },
}

let sm4: ReturnType<typeof createFastSm4> | undefined
let made: FastSm2 | undefined

function sm2(): FastSm2 {
  made ??= createFastSm2()
  return made
}
