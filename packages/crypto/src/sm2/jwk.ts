import { base64UrlToBytes, bytesToBase64Url } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/concat.ts'

/**
 * A public key as JSON (RFC 7517). No standard registers the curve; `SM2` is the name in use and the one that is written,
 * `sm2p256v1` is read too.
 */
export interface Sm2PublicJwk {
  readonly kty: 'EC'
  readonly crv: 'SM2' | 'sm2p256v1'
  readonly x: string
  readonly y: string
}

export interface Sm2PrivateJwk extends Sm2PublicJwk {
  readonly d: string
}

export function writePublicJwk(point: Uint8Array): Sm2PublicJwk {
  const [x, y] = [bytesToBase64Url(point.subarray(0, 32)), bytesToBase64Url(point.subarray(32))]
  return { kty: 'EC', crv: 'SM2', x, y }
}

/** The point, 64 bytes, not yet known to lie on the curve; `undefined` for anything else. */
export function readPublicJwk(jwk: unknown): Uint8Array | undefined {
  const { kty, crv, x, y }: Partial<Record<keyof Sm2PublicJwk, unknown>> = jwk ?? {}
  if (kty !== 'EC' || (crv !== 'SM2' && crv !== 'sm2p256v1')) return undefined
  const [left, right] = [base64UrlToBytes(x), base64UrlToBytes(y)]
  return left.length === 32 && right.length === 32 ? concatBytes(left, right) : undefined
}
