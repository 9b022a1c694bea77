import { concatBytes, equalBytes } from '@nationec/crypto'
import type { Sm2PrivateKey } from '@nationec/crypto/sm2'
import { hmacSm3, sm3 } from '@nationec/crypto/sm3'
import { bytesOfAscii } from './bytes.ts'
import { ChannelFault } from './channel-fault.ts'
import type { Credential } from './credential.ts'
import type { Proof } from './wire.ts'

type Side = 'institution' | 'terminal'

/**
 * Shows that this side holds its key, was in this very handshake and has computed its keys: the credential, a signature
 * over everything so far and an HMAC over that and the signature (the shape of RFC 8446, 4.4).
 */
export function makeProof(
  side: Side,
  own: { readonly key: Sm2PrivateKey; readonly credential: Credential },
  transcript: Uint8Array,
  finishedKey: Uint8Array,
): Proof {
  const upToCredential = concatBytes(transcript, own.credential.bytes)
  const signature = own.key.sign(signedContent(side, upToCredential))
  const finished = hmacSm3(finishedKey, sm3(concatBytes(upToCredential, signature)))
  return { fingerprint: own.credential.fingerprint, signature, finished }
}

/** Throws a `ChannelFault` unless the proof is right. */
export function checkProof(
  side: Side,
  proof: Proof,
  credential: Credential,
  transcript: Uint8Array,
  finishedKey: Uint8Array,
): void {
  const upToCredential = concatBytes(transcript, credential.bytes)
  if (!isSignedBy(side, proof, credential, upToCredential)) throw new ChannelFault('HANDSHAKE_SIGNATURE_WRONG')
  const finished = hmacSm3(finishedKey, sm3(concatBytes(upToCredential, proof.signature)))
  if (!equalBytes(finished, proof.finished)) throw new ChannelFault('HANDSHAKE_FINISHED_WRONG')
}

/** The transcript goes on with what the proof held, and with the whole key that never travelled. */
export function withProof(transcript: Uint8Array, { bytes }: Credential, { signature, finished }: Proof): Uint8Array {
  return concatBytes(transcript, bytes, signature, finished)
}

function isSignedBy(side: Side, { signature }: Proof, { publicKey }: Credential, transcript: Uint8Array): boolean {
  try {
    return publicKey.verify(signedContent(side, transcript), signature)
  } catch {
    return false
  }
}

/** 64 spaces and a name, so that no signature of the link can ever pass for one of the business (RFC 8446, 4.4.3). */
function signedContent(side: Side, transcript: Uint8Array): Uint8Array {
  return concatBytes(new Uint8Array(64).fill(0x20), bytesOfAscii(`MSL/1 ${side}\0`), sm3(transcript))
}
