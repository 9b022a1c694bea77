import type { Delivery } from '@nationec/errors'
import { type BilingualText, isNationEcError } from '@nationec/errors'
import { CentreError } from '../errors/centre-error.ts'

/**
 * Signs with the institution's SM2 key: a key of `@nationec/crypto`, or one that never leaves an HSM (加密机) or a UKey.
 *
 * Give 64 bytes r ‖ s of SM3withSM2 with the user id `1234567812345678`. Throw when the device fails.
 */
export interface CentreSigner {
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** Verifies with the platform's SM2 key: a key of `@nationec/crypto`, or a device. */
export interface CentreVerifier {
  /** @param signature 64 bytes r ‖ s */
  verify(message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>
}

/** The SM4 key of `encData` in a device: ECB with PKCS#7. */
export interface CentreDataKey {
  encrypt(plaintext: Uint8Array): Uint8Array | Promise<Uint8Array>
  /** `undefined` for what this key did not make; throw only when the device fails. */
  decrypt(ciphertext: Uint8Array): Uint8Array | undefined | Promise<Uint8Array | undefined>
}

/**
 * The one door from the errors of a key or its device to ours; their texts stay in the cause.
 *
 * @throws `CENTRE_KEY_FAILED`: `not-sent` while a message is written, `unknown` while one is read
 */
export async function byKey<Result>(
  work: () => Result | Promise<Result>,
  delivery: Extract<Delivery, 'not-sent' | 'unknown'>,
): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    throw isNationEcError(cause, 'CENTRE_KEY_FAILED')
      ? cause
      : new CentreError('CENTRE_KEY_FAILED', { delivery, cause })
  }
}

/** What a device gave instead of what it was asked for. */
export function deviceFault(detail: BilingualText, delivery: 'not-sent' | 'unknown'): CentreError {
  return new CentreError('CENTRE_KEY_FAILED', { delivery, details: [detail] })
}
