import { bytesToHex } from '../../bytes/hex.ts'
import type { Sm2SignatureEngine } from '../provider.ts'
import {
  standardKey,
  standardMessage,
  standardNonce,
  standardPublicKey,
  standardSignature,
  standardZ,
} from './sm2-values.ts'

/** Gives the name of the first wrong answer, or `undefined`. */
export function checkSm2Signature(engine: Sm2SignatureEngine): string | undefined {
  for (const prepare of [false, true]) {
    const verifier = engine.verifier(standardPublicKey, prepare)
    if (!verifier.verify(standardZ, standardMessage, standardSignature)) return 'refused the standard signature'
    const changed = standardSignature.slice()
    changed[63] = (changed[63] ?? 0) ^ 1
    if (verifier.verify(standardZ, standardMessage, changed)) return 'accepted a changed signature'
    if (verifier.verify(standardMessage, standardMessage, standardSignature)) return 'accepted another Z'
    const signer = engine.signer(standardKey)
    let asked = false
    const signature = signer.sign(standardZ, standardMessage, () => {
      asked = true
      return standardNonce
    })
    signer.wipe()
    if (asked && bytesToHex(signature) !== bytesToHex(standardSignature)) return 'signature with a given nonce'
    if (!verifier.verify(standardZ, standardMessage, signature)) return 'refused its own signature'
  }
  return undefined
}
