/**
 * Puts sm-crypto among the providers of SM3. HMAC and SM2 import this file, and every entry of the package imports those:
 * in a runtime it has always run. A bundle with `sm3` alone holds neither (docs/decisions/0019-sizes.md).
 */
import { smCryptoSm3 } from '../../providers/sm-crypto/sm3.ts'
import { sm3Part } from './sm3.ts'

sm3Part.providers.splice(1, 0, { name: 'sm-crypto', sm3: smCryptoSm3 })

/** SM3 with every provider: who imports it has sm-crypto in the bundle too. */
export const completeSm3Part: typeof sm3Part = sm3Part
