/**
 * SM3 (GB/T 32905), HMAC-SM3 and HKDF-SM3.
 *
 * @module
 */
export type { HashOptions, ProviderChoice, ProviderOptions } from './choice/choice.ts'
export { createSm3, type Sm3Hash, sm3 } from './sm3/hash.ts'
export { type HkdfSm3Input, hkdfSm3, hkdfSm3Expand, hkdfSm3Extract } from './sm3/hkdf.ts'
export { createHmacSm3Key, type HmacSm3Key, hmacSm3 } from './sm3/hmac.ts'
