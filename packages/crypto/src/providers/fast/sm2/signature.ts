import type { NonceSource, Sm2SignatureEngine } from '../../../provider/provider.ts'
import type { Sm2Kernel } from './kernel.ts'

/** Gives SM3 of two parts, one behind the other. */
export type HashBoth = (z: Uint8Array, message: Uint8Array) => Uint8Array

/** Signatures over e = SM3(Z ‖ M). The kernel is taken at the first use. */
export function createSignatureEngine(kernel: () => Sm2Kernel, hash: HashBoth): Sm2SignatureEngine {
  return {
    signer(privateKey) {
      const signer = kernel().signer(privateKey)
      const signDigest = (e: Uint8Array, nonce: NonceSource): Uint8Array => {
        for (;;) {
          const signature = signer.sign(e, nonce(e))
          if (signature !== undefined) return signature
        }
      }
      return {
        sign: (z, message, nonce) => signDigest(hash(z, message), nonce),
        signDigest,
        wipe: signer.wipe,
      }
    },
    verifier(publicKey, prepare) {
      const verify = kernel().verifier(publicKey, prepare)
      return { verify: (z, message, signature) => verify(hash(z, message), signature), verifyDigest: verify }
    },
  }
}
