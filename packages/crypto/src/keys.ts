/**
 * Keys as other programs keep them: private keys under a password, public keys in certificates.
 *
 * @module
 */
export { decryptSm2PrivateKey, type EncryptedKeyInput } from './keys/encrypted-private-key.ts'
export type { KeyDocumentInput } from './keys/key-document.ts'
export { readSm2Certificates, type Sm2Certificate } from './keys/x509/certificates.ts'
export { type Sm2ChainOptions, verifySm2Chain } from './keys/x509/chain.ts'
