import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** A PIN as it is kept: salt and key of scrypt (RFC 7914), in Base64url, and what it costs. */
export interface KeptPin {
  readonly salt: string
  readonly key: string
  readonly cost: number
}

/** 32 MiB and some 80 ms for each guess. */
const COST = 2 ** 15
const BLOCK = 8
const LENGTH = 32

export const pinForm = /^\d{6,12}$/

export async function keepPin(pin: string): Promise<KeptPin> {
  const salt = randomBytes(16)
  const key = await derive(pin, salt, COST)
  return { salt: salt.toString('base64url'), key: key.toString('base64url'), cost: COST }
}

/** Whether it is this PIN; where no operator has the number, it takes as long and is false. */
export async function isPin(pin: string, kept: KeptPin | undefined): Promise<boolean> {
  const { salt, key, cost } = kept ?? NONE
  const derived = await derive(pin, Buffer.from(salt, 'base64url'), cost)
  const expected = Buffer.from(key, 'base64url')
  return derived.length === expected.length && timingSafeEqual(derived, expected) && kept !== undefined
}

const NONE: KeptPin = { salt: 'AAAAAAAAAAAAAAAAAAAAAA', key: 'A'.repeat(43), cost: COST }

function derive(pin: string, salt: Uint8Array, N: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, LENGTH, { N, r: BLOCK, p: 1, maxmem: 2 * 128 * N * BLOCK }, (error, key) => {
      // Bun tells of no error as `undefined`.
      if (error instanceof Error) reject(error)
      else resolve(key)
    })
  })
}
