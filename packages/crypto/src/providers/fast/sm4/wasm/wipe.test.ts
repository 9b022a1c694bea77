import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bytesFrom } from '../../fixtures/oracles.ts'
import { instantiate } from '../../wasm/instantiate.ts'
import { sm4Environment } from '../load.ts'
import { coreOf, type Sm4Exports } from './core.ts'
import { createWasmSchedule } from './schedule.ts'

for (const [path, module] of Object.entries(sm4Environment().modules)) {
  const exports = instantiate<Sm4Exports>(module)

  describe(`the memory of the module for ${path}`, { skip: exports === undefined && 'not in this runtime' }, () => {
    it('is after every call what it was before the first: no key, no message', () => {
      assert.ok(exports !== undefined)
      const core = coreOf(exports)
      const fresh = core.memory.slice()
      const unchanged = (what: string) =>
        assert.ok(
          core.memory.every((byte, at) => byte === fresh[at]),
          what,
        )
      const schedule = createWasmSchedule(core, bytesFrom(1, 16))
      unchanged('key expansion')
      const { gcm } = schedule
      assert.ok(gcm !== undefined)
      const block = bytesFrom(2, 16)
      const nonce = bytesFrom(3, 12)
      for (const length of [0, 16, 240, 256, 272, 4096, 32_768, 33_024, 80_000]) {
        const message = bytesFrom(length, length)
        for (const mode of ['encryptEcb', 'decryptEcb', 'encryptCbc', 'decryptCbc'] as const) {
          schedule[mode](message, block)
          unchanged(`${mode} ${length}`)
        }
        schedule.ctr(message.subarray(1), block)
        unchanged(`ctr ${length}`)
        const { ciphertext, tag } = gcm.seal(message.subarray(1), nonce, message.subarray(2))
        unchanged(`seal ${length}`)
        gcm.open(ciphertext, nonce, message.subarray(2), tag)
        unchanged(`open ${length}`)
        assert.equal(gcm.open(ciphertext, nonce, message, block), undefined)
        unchanged(`open what is wrong ${length}`)
      }
    })

    it('is one that never grows', () => {
      assert.ok(exports !== undefined)
      assert.equal(exports.memory.buffer.byteLength, 65_536)
    })
  })
}
