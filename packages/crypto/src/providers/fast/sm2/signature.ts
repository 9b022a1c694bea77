import type { Sm2SignatureEngine } from '../../../provider/provider.ts'
import type { Sm2Kernel } from './kernel.ts'

/** Gives SM3 of two parts, one behind the other. */
export type HashBoth = (z: Uint8Array, message: Uint8Array) => Uint8Array

/** Signatures over e = SM3(Z ‖ M). The kernel is taken at the first use. */
export function createSignatureEngine(kernel: () => Sm2Kernel, hash: HashBoth): Sm2SignatureEngine {
  return {
    signer(privateKey) {
      const signer = kernel().signer(privateKey)
      return {
        sign(z, message, nonce) {
          const e = hash(z, message)
          for (;;) {
            const signature = signer.sign(e, nonce(e))
            if (signature !== undefined) return signature
          }
        },
        wipe: signer.wipe,
      }
    },
    verifier(publicKey, prepare) {
      const verify = kernel().verifier(publicKey, prepare)
      return { verify: (z, message, signature) => verify(hash(z, message), signature) }
    },
  }
}
