import { signatureFromDer, signatureToDer } from '../asn1/signature.ts'
import { copyBytes } from '../bytes/copy.ts'
import { isScalar } from './scalar.ts'

/** `raw`: r ‖ s, 64 bytes. `der`: SEQUENCE of two INTEGERs (GM/T 0009), canonical. */
export type Sm2SignatureFormat = 'raw' | 'der'

/** Writes 64 bytes r ‖ s in the format that is asked for. */
export function encodeSignature(raw: Uint8Array, format: Sm2SignatureFormat): Uint8Array {
  return format === 'raw' ? raw : signatureToDer(raw)
}

/** Gives 64 bytes r ‖ s with both in range, or `undefined` for what is no signature. */
export function decodeSignature(signature: Uint8Array, format: Sm2SignatureFormat): Uint8Array | undefined {
  if (format === 'raw' && signature.length !== 64) return undefined
  // Copied before it is checked: memory that is shared with another thread may change in between.
  const raw = format === 'raw' ? copyBytes(signature) : signatureFromDer(signature)
  if (raw === undefined) return undefined
  return isScalar(raw.subarray(0, 32)) && isScalar(raw.subarray(32)) ? raw : undefined
}
