import { writeBarePkcs8, writeSpki } from '../../asn1/key-documents.ts'
import { signatureFromDer, signatureToDer } from '../../asn1/signature.ts'
import { concatBytes } from '../../bytes/concat.ts'
import type { Sm2SignatureEngine } from '../../provider/provider.ts'
import type { NodeCrypto } from './builtin.ts'

/**
 * SM2 signatures of OpenSSL, by the one way that gives them: a key that was imported (one that was generated here signs
 * ECDSA), and Z put in front of the message by us (without it OpenSSL signs the bare message). The nonce is OpenSSL's.
 */
export function createNodeSignature(crypto: NodeCrypto): Sm2SignatureEngine {
  return {
    signer(privateKey) {
      const document = writeBarePkcs8(privateKey)
      const key = crypto.createPrivateKey({ key: asBuffer(document), format: 'der', type: 'pkcs8' })
      document.fill(0)
      return {
        sign(z, message) {
          const der = crypto.createSign('sm3').update(z).update(message).sign(key)
          const raw = signatureFromDer(der)
          if (raw === undefined) throw new RangeError('not a signature')
          return raw
        },
        // OpenSSL owns the key; it is freed with the object.
        wipe: () => undefined,
      }
    },
    verifier(publicKey) {
      const document = writeSpki(concatBytes(Uint8Array.of(4), publicKey))
      const key = crypto.createPublicKey({ key: asBuffer(document), format: 'der', type: 'spki' })
      return {
        verify: (z, message, signature) =>
          crypto.createVerify('sm3').update(z).update(message).verify(key, signatureToDer(signature)),
      }
    },
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
