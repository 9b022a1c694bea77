import type { Sm2PointPair } from '../../../provider/provider.ts'

/**
 * The arithmetic of SM2 without hashing and without random numbers: what the WebAssembly module and the TypeScript do
 * alike. Numbers are 32 bytes, points 64 bytes x ‖ y, signatures 64 bytes r ‖ s; the ranges are those of the provider
 * interface.
 */
export interface Sm2Kernel {
  readonly name: 'webassembly' | 'portable'
  multiplyBase(scalar: Uint8Array): Uint8Array
  multiply(point: Uint8Array, scalar: Uint8Array): Uint8Array
  /** For a point that is used often: a table of it is built, and gives k · G and k · P together. */
  prepared(point: Uint8Array): (scalar: Uint8Array) => Sm2PointPair
  /** `undefined` is the point at infinity. */
  add(left: Uint8Array, right: Uint8Array): Uint8Array | undefined
  signer(privateKey: Uint8Array): KernelSigner
  verifier(publicKey: Uint8Array, prepare: boolean): KernelVerifier
}

export interface KernelSigner {
  /** r ‖ s, or `undefined` if r = 0, r + k = n or s = 0 (GB/T 32918.2, 6.1): another nonce is needed. */
  sign(e: Uint8Array, nonce: Uint8Array): Uint8Array | undefined
  wipe(): void
}

export type KernelVerifier = (e: Uint8Array, signature: Uint8Array) => boolean
