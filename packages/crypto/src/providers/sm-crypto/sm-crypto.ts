import type { CryptoProvider } from '../../provider/provider.ts'
import { smCryptoPoint, smCryptoSignature } from './sm2.ts'
import { smCryptoSm3 } from './sm3.ts'
import { smCryptoSm4 } from './sm4.ts'

/** The library sm-crypto behind this package's checks: its own randomness and its own reading of input are never used. */
export const smCryptoProvider: CryptoProvider = {
  name: 'sm-crypto',
  sm3: smCryptoSm3,
  sm4: smCryptoSm4,
  sm2Signature: smCryptoSignature,
  sm2Point: smCryptoPoint,
}
