import { concatBytes } from '@nationec/crypto'
import { ChannelFault } from './channel-fault.ts'
import { FINGERPRINT_LENGTH, PINNED } from './credential.ts'

/** First byte of everything the channel sends that is no record; records begin with the high byte of a length below 0x41. */
const TYPE_HELLO = 0xe1
const TYPE_ANSWER = 0xe2
export const TYPE_PROOF = 0xe3
export const TYPE_READY = 0xe4
export const TYPE_REFUSAL = 0xe5
/** Edition of the handshake. */
const VERSION = 1
/** The one set of algorithms: SM2 ECDH, SM2 signatures, HKDF-SM3, SM4-GCM with the whole tag. */
export const PROFILE_GCM = 1

const NONCE_LENGTH = 16
const POINT_LENGTH = 33
const OPTIONS_LENGTH = 8
const BOOT_LENGTH = 8
const SIGNATURE_LENGTH = 64
const FINISHED_LENGTH = 32
/** fingerprint[8] type[1] length[2] signature[64] finished[32] */
const PROOF_LENGTH = FINGERPRINT_LENGTH + 3 + SIGNATURE_LENGTH + FINISHED_LENGTH
const TAG_LENGTH = 16
/** A list longer than this is not made by anybody who means well. */
export const PROFILES_MOST = 16

/** M1: type[1] version[1] n[1] profile[n] nonce[16] ephemeral[33] options[8] fingerprint[8] */
export interface Hello {
  readonly profiles: Uint8Array
  readonly nonce: Uint8Array
  readonly ephemeral: Uint8Array
  readonly options: Uint8Array
  /** Of the terminal's key. */
  readonly fingerprint: Uint8Array
}

export function writeHello({ profiles, nonce, ephemeral, options, fingerprint }: Hello): Uint8Array {
  return concatBytes(
    Uint8Array.of(TYPE_HELLO, VERSION, profiles.length),
    profiles,
    nonce,
    ephemeral,
    options,
    fingerprint,
  )
}

export function readHello(bytes: Uint8Array): Hello {
  expectType(bytes, TYPE_HELLO)
  if (bytes[1] !== VERSION) throw new ChannelFault('VERSION_UNSUPPORTED')
  const count = bytes[2] ?? 0
  const [profiles, nonce, ephemeral, options, fingerprint] = cut(bytes.subarray(3), [
    count,
    NONCE_LENGTH,
    POINT_LENGTH,
    OPTIONS_LENGTH,
    FINGERPRINT_LENGTH,
  ])
  if (count === 0 || count > PROFILES_MOST) throw new ChannelFault('HANDSHAKE_MALFORMED')
  return { profiles, nonce, ephemeral, options, fingerprint }
}

/** M2: type[1] version[1] profile[1] nonce[16] bootId[8] ephemeral[33] options[8], then the sealed proof. */
export interface Answer {
  readonly profile: number
  readonly nonce: Uint8Array
  readonly bootId: Uint8Array
  readonly ephemeral: Uint8Array
  readonly options: Uint8Array
}

const ANSWER_CLEAR = 3 + NONCE_LENGTH + BOOT_LENGTH + POINT_LENGTH + OPTIONS_LENGTH

export function writeAnswer({ profile, nonce, bootId, ephemeral, options }: Answer): Uint8Array {
  return concatBytes(Uint8Array.of(TYPE_ANSWER, VERSION, profile), nonce, bootId, ephemeral, options)
}

export function readAnswer(bytes: Uint8Array): { answer: Answer; clear: Uint8Array; sealed: Uint8Array } {
  expectType(bytes, TYPE_ANSWER)
  if (bytes[1] !== VERSION) throw new ChannelFault('VERSION_UNSUPPORTED')
  const [head, nonce, bootId, ephemeral, options, sealed] = cut(bytes, [
    3,
    NONCE_LENGTH,
    BOOT_LENGTH,
    POINT_LENGTH,
    OPTIONS_LENGTH,
    PROOF_LENGTH + TAG_LENGTH,
  ])
  const answer = { profile: head[2] ?? 0, nonce, bootId, ephemeral, options }
  return { answer, clear: bytes.subarray(0, ANSWER_CLEAR), sealed }
}

/** The sealed part of M2 and M3. */
export interface Proof {
  readonly fingerprint: Uint8Array
  readonly signature: Uint8Array
  readonly finished: Uint8Array
}

export function writeProof({ fingerprint, signature, finished }: Proof): Uint8Array {
  return concatBytes(fingerprint, Uint8Array.of(PINNED, 0, 0), signature, finished)
}

export function readProof(bytes: Uint8Array): Proof {
  const [fingerprint, credential, signature, finished] = cut(bytes, [
    FINGERPRINT_LENGTH,
    3,
    SIGNATURE_LENGTH,
    FINISHED_LENGTH,
  ])
  if (credential.some((byte) => byte !== 0)) throw new ChannelFault('HANDSHAKE_MALFORMED')
  return { fingerprint, signature, finished }
}

/** Refuses a packet of another kind; a refusal by the other side is told apart. */
export function expectType(bytes: Uint8Array, type: number): void {
  if (bytes[0] === TYPE_REFUSAL) throw new ChannelFault('REFUSED_BY_PEER')
  if (bytes[0] !== type) throw new ChannelFault('HANDSHAKE_UNEXPECTED')
}

type Pieces<Lengths extends readonly number[]> = { [Index in keyof Lengths]: Uint8Array }

/** Cuts into pieces of these lengths, with nothing left over. The pieces are copies. */
function cut<const Lengths extends readonly number[]>(bytes: Uint8Array, lengths: Lengths): Pieces<Lengths> {
  let end = 0
  const pieces = lengths.map((length) => {
    end += length
    return bytes.slice(end - length, end)
  })
  if (end !== bytes.length) throw new ChannelFault('HANDSHAKE_MALFORMED')
  return pieces as unknown as Pieces<Lengths>
}
