import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { it } from '../../../../../scripts/deep-kit.ts'
import { bytesToHex, hexToBytes } from '../../bytes/hex.ts'
import { sealGcm } from '../../sm4/gcm.ts'
import { bytesFrom, oracles } from './fixtures/oracles.ts'
import { fastSm3 } from './sm3.ts'
import { SM4_PATHS } from './sm4/load.ts'
import { createTableSchedule } from './sm4/tables/schedule.ts'
import { createFastSm4 } from './sm4.ts'

const seed = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)

describe(`long campaigns over SM3 and SM4 (seed ${seed})`, () => {
  for (const path of SM4_PATHS) {
    const engine = createFastSm4({ webAssembly: path })
    const skip = engine.path !== path && `this runtime has no ${path}`

    it(`encrypts the example of the standard a million times over: ${path}`, { skip }, () => {
      const schedule = engine.schedule(hexToBytes('0123456789abcdeffedcba9876543210'))
      let block = hexToBytes('0123456789abcdeffedcba9876543210')
      for (let time = 0; time < 1_000_000; time += 1) block = schedule.encryptEcb(block)
      assert.equal(bytesToHex(block), '595298c7c6fd271f0402f804c33d3f66')
    })

    it(`agrees with the tables over 3,000 keys, lengths up to 70,000 and every mode: ${path}`, { skip }, () => {
      for (let run = 0; run < 3000; run += 1) {
        const [key, iv] = [bytesFrom(seed + run, 16), bytesFrom(seed - run, 16)]
        if (run % 2 === 0) iv.fill(0xff, run % 16)
        const [mine, other] = [engine.schedule(key), createTableSchedule(key)]
        const message = bytesFrom(run, run % 50 === 0 ? (run * 7919) % 70_000 : (run * 31) % 1600)
        const blocks = message.subarray(0, message.length - (message.length % 16))
        assert.deepEqual(mine.encryptEcb(blocks), other.encryptEcb(blocks))
        assert.deepEqual(mine.decryptEcb(blocks), other.decryptEcb(blocks))
        assert.deepEqual(mine.encryptCbc(blocks, iv), other.encryptCbc(blocks, iv))
        assert.deepEqual(mine.decryptCbc(blocks, iv), other.decryptCbc(blocks, iv))
        assert.deepEqual(mine.ctr(message, iv), other.ctr(message, iv))
        const nonce = iv.subarray(4)
        assert.deepEqual(mine.gcm?.seal(message, nonce, iv), mine.gcm && sealGcm(other, message, nonce, iv, 16))
      }
    })
  }

  for (const { name, sm3 } of oracles.filter(({ name }) => name === 'node')) {
    it(`hashes more than 512 MB as ${name} does: the length has more than 32 bits`, { skip: sm3 === undefined }, () => {
      const [mine, other] = [fastSm3.start(), sm3?.start()]
      const piece = bytesFrom(seed, 2 ** 20 + 3)
      for (let time = 0; time < 513; time += 1) {
        mine.update(piece)
        other?.update(piece)
      }
      assert.deepEqual(mine.digest(), other?.digest())
    })
  }
})
