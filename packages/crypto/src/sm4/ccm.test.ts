import assert from 'node:assert/strict'
import { it } from 'node:test'
import { CryptoError } from '../errors/crypto-error.ts'
import { createTableSchedule } from '../providers/fast/sm4/tables/schedule.ts'
import { openCcm, sealCcm } from './ccm.ts'

it('refuses associated data whose length does not fit into the four bytes for it, before it reads any', () => {
  const schedule = createTableSchedule(new Uint8Array(16))
  const [nothing, nonce] = [new Uint8Array(0), new Uint8Array(12)]
  const huge = { length: 2 ** 32 } as Uint8Array
  const refused = (error: unknown): boolean => error instanceof CryptoError && error.code === 'CRYPTO_LENGTH_INVALID'
  assert.throws(() => sealCcm(schedule, nothing, nonce, huge, 16), refused)
  assert.throws(() => openCcm(schedule, nothing, nonce, huge, new Uint8Array(16)), refused)
})
