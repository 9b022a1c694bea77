/**
 * SM2, SM3 and SM4: bytes in, bytes out, strict, over providers that are tried before they are used.
 *
 * @module
 */
export { base64ToBytes, bytesToBase64 } from './bytes/base64.ts'
export { concatBytes } from './bytes/concat.ts'
export { equalBytes } from './bytes/equal.ts'
export { bytesToHex, hexToBytes } from './bytes/hex.ts'
export type { Part as ProviderPart, Verdict as ProviderVerdict } from './choice/part.ts'
export { type ProviderReport, type ProviderReportPart, providerReport } from './choice/report.ts'
export { type CryptoErrorCode, type CryptoErrorEntry, cryptoErrors } from './errors/catalogue.ts'
export { CryptoError } from './errors/crypto-error.ts'
export type { BilingualText, ErrorTexts } from './errors/error-texts.ts'
export type { Encoding } from './explain/encoding.ts'
export {
  type CiphertextStep,
  type CiphertextVariant,
  type ExplainCiphertextInput,
  explainCiphertext,
} from './explain/explain-ciphertext.ts'
export {
  type ExplainSignatureInput,
  explainSignature,
  type SignatureStep,
} from './explain/explain-signature.ts'
export type { ExplainSm2Input, Sm2CiphertextVariant } from './explain/explain-sm2-ciphertext.ts'
export type { Explanation, ExplanationStep } from './explain/explanation.ts'
export type { JsonStyle } from './explain/json-texts.ts'
export type { JsonEscapes, JsonSpacing } from './explain/json-writers.ts'
export type { JsonMessage, MessageChange, MessageInput } from './explain/message-candidates.ts'
export type { SignatureVariant } from './explain/signature-search.ts'
export type { SignatureAlgorithm } from './explain/signed-values.ts'
export type { ExplainSm4Input, Sm4CiphertextVariant } from './explain/sm4-variant.ts'
export type {
  ConstantTime,
  CryptoProvider,
  EngineKind,
  NonceSource,
  Sm2PointEngine,
  Sm2PointPair,
  Sm2SignatureEngine,
  Sm2Signer,
  Sm2Verifier,
  Sm3Engine,
  Sm3Mac,
  Sm3State,
  Sm4Engine,
  Sm4Schedule,
} from './provider/provider.ts'
export * from './sm2.ts'
export * from './sm3.ts'
export * from './sm4.ts'
