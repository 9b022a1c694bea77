/**
 * SM2 (GB/T 32918) on the curve sm2p256v1: signatures, encryption, shared secrets, key exchange.
 *
 * @module
 */
export type { ProviderChoice, ProviderOptions } from './choice/choice.ts'
export type { Sm2CiphertextFormat } from './sm2/ciphertext-codec.ts'
export type { Sm2KeyOptions } from './sm2/engines.ts'
export type { Sm2PrivateExport } from './sm2/export-private-key.ts'
export type { Sm2PublicExport, Sm2PublicExportOptions } from './sm2/export-public-key.ts'
export type { Sm2PrivateJwk, Sm2PublicJwk } from './sm2/jwk.ts'
export {
  createSm2KeyExchange,
  type Sm2AgreedKey,
  type Sm2KeyExchange,
  type Sm2KeyExchangeOptions,
} from './sm2/key-exchange.ts'
export type { Sm2KeyInput, Sm2PrivateKeyInput, Sm2PublicKeyInput } from './sm2/key-input.ts'
export { generateSm2KeyPair, importSm2PrivateKey, importSm2PublicKey, type Sm2KeyPair } from './sm2/keys.ts'
export type { Sm2PrivateKey } from './sm2/private-key.ts'
export type { Sm2PublicKey } from './sm2/public-key.ts'
export type { RandomSource } from './sm2/random.ts'
export type { Sm2DigestOptions, Sm2SignOptions } from './sm2/sign-options.ts'
export type { Sm2SignatureFormat } from './sm2/signature-codec.ts'
