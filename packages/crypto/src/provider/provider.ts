/**
 * What a provider of the algorithms implements: raw arithmetic on input that the front has already checked.
 *
 * Every array has exactly the length that is named here, scalars lie in the range that is named here, points are on
 * the curve and never at infinity. A provider therefore checks nothing again, keeps no random source of its own where
 * a nonce is handed in, and returns fresh arrays that share no memory with what it was given.
 *
 * Each part is optional and chosen on its own: OpenSSL has SM3 and SM4 but no SM2 encryption, a runtime may have SM3
 * alone. A part is used only after its known answers were computed right in the running process.
 */
export interface CryptoProvider {
  /** Lower case, as it is written in the option `provider`. */
  readonly name: string
  readonly sm3?: Sm3Engine | undefined
  readonly sm4?: Sm4Engine | undefined
  readonly sm2Signature?: Sm2SignatureEngine | undefined
  readonly sm2Point?: Sm2PointEngine | undefined
}

/**
 * Whether secrets steer neither branches nor addresses, as far as code can say: what an engine's compiler makes of it is
 * beyond it. `'except CBC encryption'`: that one goes by tables, block after block.
 */
export type ConstantTime = 'yes' | 'except CBC encryption' | 'no' | 'unknown'

/** How an engine computes. */
export interface EngineKind {
  /** For people: `webassembly`, `relaxed-simd`, `portable` … */
  readonly path: string
  readonly constantTime: ConstantTime
}

/** What every engine may tell of itself; one that tells nothing is not known to be constant-time. */
interface Engine {
  readonly kind?: EngineKind | undefined
}

/** GB/T 32905: the hash, its running state and HMAC with a prepared key. */
export interface Sm3Engine extends Engine {
  /** 32 bytes. */
  hash(message: Uint8Array): Uint8Array
  /** A running hash. */
  start(): Sm3State
  /** HMAC under one key; preparing the key (of any length, hashed down if above 64 bytes) is done once. */
  hmac(key: Uint8Array): Sm3Mac
}

/** HMAC-SM3 under one key. */
export interface Sm3Mac {
  /** 32 bytes. Nothing of them stays in the provider: they may be a nonce. */
  code(message: Uint8Array): Uint8Array
  /** Overwrites what was prepared of the key; it is not used afterwards. */
  wipe(): void
}

export interface Sm3State {
  update(bytes: Uint8Array): void
  /** 32 bytes; the state stays usable and may be updated further. */
  digest(): Uint8Array
}

/** GB/T 32907: the block cipher under one key, in the modes that are worth doing in bulk. */
export interface Sm4Engine extends Engine {
  /** @param key 16 bytes */
  schedule(key: Uint8Array): Sm4Schedule
}

export interface Sm4Schedule {
  /** ECB over whole blocks (the length is a multiple of 16, zero allowed), no padding. */
  encryptEcb(blocks: Uint8Array): Uint8Array
  decryptEcb(blocks: Uint8Array): Uint8Array
  /** CBC over whole blocks, no padding; `iv` has 16 bytes. */
  encryptCbc(blocks: Uint8Array, iv: Uint8Array): Uint8Array
  decryptCbc(blocks: Uint8Array, iv: Uint8Array): Uint8Array
  /** CTR over any length; the 16-byte counter block counts up as one 128-bit big-endian number. */
  ctr(bytes: Uint8Array, counter: Uint8Array): Uint8Array
  /**
   * GCM of NIST SP 800-38D with a 12-byte nonce and a full 16-byte tag, where the provider has a faster way than CTR
   * plus the package's own GHASH. `open` returns `undefined` for a wrong tag and has then released nothing.
   */
  readonly gcm?: {
    seal(
      plaintext: Uint8Array,
      nonce: Uint8Array,
      associatedData: Uint8Array,
    ): { ciphertext: Uint8Array; tag: Uint8Array }
    open(ciphertext: Uint8Array, nonce: Uint8Array, associatedData: Uint8Array, tag: Uint8Array): Uint8Array | undefined
  }
  /** Overwrites the round keys; the schedule is not used afterwards. */
  wipe(): void
}

/** Gives the nonce for one signature over the hash value `e`: 32 bytes, 1 ≤ k ≤ n − 1. Called again if k was unusable. */
export type NonceSource = (e: Uint8Array) => Uint8Array

/** GB/T 32918.2 on sm2p256v1: signatures over `Z ‖ M`. */
export interface Sm2SignatureEngine extends Engine {
  /** @param privateKey 32 bytes, 1 ≤ d ≤ n − 2 */
  signer(privateKey: Uint8Array): Sm2Signer
  /** @param publicKey 64 bytes x ‖ y; @param prepare true: spend time and memory once on a key that is used often */
  verifier(publicKey: Uint8Array, prepare: boolean): Sm2Verifier
}

export interface Sm2Signer {
  /** r ‖ s, 64 bytes. A provider that brings its own random source (OpenSSL) does not call `nonce`. */
  sign(z: Uint8Array, message: Uint8Array, nonce: NonceSource): Uint8Array
  /** The same over a hash value of 32 bytes that was computed elsewhere. OpenSSL cannot: it hashes itself. */
  signDigest?(e: Uint8Array, nonce: NonceSource): Uint8Array
  wipe(): void
}

export interface Sm2Verifier {
  /** @param signature 64 bytes r ‖ s with 1 ≤ r, s ≤ n − 1 */
  verify(z: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
  verifyDigest?(e: Uint8Array, signature: Uint8Array): boolean
}

/** Points of sm2p256v1 as 64 bytes x ‖ y; `undefined` is the point at infinity. Secret scalars: constant time where the provider can. */
export interface Sm2PointEngine extends Engine {
  /** k · G for 1 ≤ k ≤ n − 1: the public key of a private key, C1 of an encryption, an ephemeral key. */
  multiplyBase(scalar: Uint8Array): Uint8Array
  /** k · P for 1 ≤ k ≤ n − 1. */
  multiply(point: Uint8Array, scalar: Uint8Array): Uint8Array | undefined
  /** P + Q, also when P = ±Q. */
  add(left: Uint8Array, right: Uint8Array): Uint8Array | undefined
  /**
   * For a point P that is used often, to encrypt for: time and memory are spent once, and k · G and k · P for 1 ≤ k ≤ n − 1
   * come together. Where it is missing, the two multiplications above are taken.
   */
  prepared?(point: Uint8Array): (scalar: Uint8Array) => Sm2PointPair
}

/** The two points of an encryption. */
export interface Sm2PointPair {
  /** k · G */
  readonly base: Uint8Array
  /** k · P; `undefined` is the point at infinity. */
  readonly multiple: Uint8Array | undefined
}
