import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bytesToHex, hexToBytes } from '../../../bytes/hex.ts'
import { sealGcm } from '../../../sm4/gcm.ts'
import { bytesFrom, oracles } from '../fixtures/oracles.ts'
import { createFastSm4 } from '../sm4.ts'
import { SM4_PATHS } from './load.ts'
import { createTableSchedule } from './tables/schedule.ts'

const standard = hexToBytes('0123456789abcdeffedcba9876543210')
const nonce = bytesFrom(9, 12)
const seed = 20_261_123

for (const path of SM4_PATHS) {
  const engine = createFastSm4({ webAssembly: path })
  const skip = engine.path !== path && `this runtime has no ${path}`

  describe(`SM4 by the path ${path}`, { skip }, () => {
    const key = bytesFrom(1, 16)
    const schedule = engine.schedule(key)

    it('encrypts the example of the standard, in every place of a batch', () => {
      const blocks = new Uint8Array(16 * 33).map((_, index) => standard[index % 16] ?? 0)
      const ciphertext = engine.schedule(standard).encryptEcb(blocks)
      assert.equal(bytesToHex(ciphertext), '681edf34d206965e86b3e94f536e4246'.repeat(33))
      assert.deepEqual(engine.schedule(standard).decryptEcb(ciphertext), blocks)
    })

    for (const { name, sm4 } of oracles) {
      it(`agrees with ${name} in every mode at every length from 0 to 300`, { skip: sm4 === undefined }, () => {
        const other = sm4?.schedule(key)
        for (let length = 0; length <= 300; length += 1) {
          const bytes = bytesFrom(length, length)
          const iv = bytesFrom(length + 1, 16)
          if (length % 16 === 0) {
            assert.deepEqual(schedule.encryptEcb(bytes), other?.encryptEcb(bytes))
            assert.deepEqual(schedule.decryptEcb(bytes), other?.decryptEcb(bytes))
            assert.deepEqual(schedule.encryptCbc(bytes, iv), other?.encryptCbc(bytes, iv))
            assert.deepEqual(schedule.decryptCbc(bytes, iv), other?.decryptCbc(bytes, iv))
          }
          assert.deepEqual(schedule.ctr(bytes, iv), other?.ctr(bytes, iv))
        }
      })

      it(`agrees with ${name} on a message of several pieces`, { skip: sm4 === undefined }, () => {
        const other = sm4?.schedule(key)
        const blocks = bytesFrom(7, 2 * 32768 + 16 * 21)
        const iv = bytesFrom(8, 16)
        assert.deepEqual(schedule.encryptEcb(blocks), other?.encryptEcb(blocks))
        assert.deepEqual(schedule.encryptCbc(blocks, iv), other?.encryptCbc(blocks, iv))
        assert.deepEqual(schedule.decryptCbc(blocks, iv), other?.decryptCbc(blocks, iv))
        assert.deepEqual(schedule.ctr(blocks.subarray(3), iv), other?.ctr(blocks.subarray(3), iv))
      })
    }

    it('counts over all 128 bits, wherever in a batch the carry falls', () => {
      const zeros = new Uint8Array(16 * 40)
      for (const tail of [
        '00000000ffffffff',
        'fffffffffffffff0',
        'fffffffffffffffd',
        'ffffffffffffffff',
        '00000000000000f7',
      ]) {
        const counter = `ffffffffffffffff${tail}`
        const counters = Array.from({ length: 40 }, (_, step) =>
          BigInt.asUintN(128, BigInt(`0x${counter}`) + BigInt(step))
            .toString(16)
            .padStart(32, '0'),
        )
        assert.deepEqual(schedule.ctr(zeros, hexToBytes(counter)), schedule.encryptEcb(hexToBytes(counters.join(''))))
      }
    })

    it('agrees with the tables for any key, mode and place in memory', () => {
      const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
      fc.assert(
        fc.property(
          bytes(16),
          bytes(16),
          fc.uint8Array({ maxLength: 700 }),
          fc.nat(9),
          (anyKey, iv, memory, offset) => {
            const message = memory.subarray(offset)
            const blocks = message.subarray(0, message.length - (message.length % 16))
            const [mine, other] = [engine.schedule(anyKey), createTableSchedule(anyKey)]
            assert.deepEqual(mine.encryptEcb(blocks), other.encryptEcb(blocks))
            assert.deepEqual(mine.decryptCbc(mine.encryptCbc(blocks, iv), iv), blocks)
            assert.deepEqual(mine.decryptCbc(blocks, iv), other.decryptCbc(blocks, iv))
            assert.deepEqual(mine.ctr(message, iv), other.ctr(message, iv))
          },
        ),
        { numRuns: 100, seed },
      )
    })

    it('seals as CTR and the plain GHASH do, at every length from 0 to 600 and over several pieces', () => {
      const { gcm } = schedule
      if (gcm === undefined) return
      const plain = createTableSchedule(key)
      const lengths = [...Array.from({ length: 601 }, (_, index) => index), 1023, 1024, 1025, 4100, 32768, 70_000]
      for (const length of lengths) {
        const message = bytesFrom(length, length)
        const associatedData = bytesFrom(length + 1, length % 256 === 1 ? 40_000 : length % 47)
        const sealed = gcm.seal(message, nonce, associatedData)
        assert.deepEqual(sealed, sealGcm(plain, message, nonce, associatedData, 16), `${length}`)
        assert.deepEqual(gcm.open(sealed.ciphertext, nonce, associatedData, sealed.tag), message)
      }
    })

    it('opens nothing that was changed', () => {
      const { gcm } = schedule
      if (gcm === undefined) return
      const changed = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 0x10 : byte))
      const [message, associatedData] = [bytesFrom(3, 2000), bytesFrom(4, 20)]
      const { ciphertext, tag } = gcm.seal(message, nonce, associatedData)
      for (let at = 0; at < 16; at += 1)
        assert.equal(gcm.open(ciphertext, nonce, associatedData, changed(tag, at)), undefined)
      for (const at of [0, 15, 16, 1999]) {
        assert.equal(gcm.open(changed(ciphertext, at), nonce, associatedData, tag), undefined)
      }
      assert.equal(gcm.open(ciphertext, nonce, changed(associatedData, 19), tag), undefined)
      assert.equal(gcm.open(ciphertext, changed(nonce, 11), associatedData, tag), undefined)
      assert.equal(gcm.open(ciphertext.subarray(1), nonce, associatedData, tag), undefined)
    })

    it('gives memory of its own, changes none, and forgets a wiped key', () => {
      const other = engine.schedule(bytesFrom(6, 16))
      const message = bytesFrom(5, 64)
      const before = message.slice()
      const ciphertext = other.encryptEcb(message)
      schedule.encryptEcb(message).fill(0)
      assert.deepEqual(message, before)
      assert.deepEqual(other.encryptEcb(message), ciphertext)
      other.wipe()
      assert.notDeepEqual(other.encryptEcb(message), ciphertext)
    })
  })
}
