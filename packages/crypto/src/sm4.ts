/**
 * SM4 (GB/T 32907) in the modes ECB, CBC, CTR, GCM and CCM.
 *
 * @module
 */
export type { ProviderChoice, ProviderOptions } from './choice/choice.ts'
export { createSm4Key, type Sm4Key } from './sm4/key.ts'
export type {
  Sm4CbcOptions,
  Sm4CipherOptions,
  Sm4CtrOptions,
  Sm4EcbOptions,
  Sm4OpenOptions,
  Sm4Sealed,
  Sm4SealOptions,
} from './sm4/mode.ts'
