// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { billFor, inFolder, startDemo } from '../../agent/src/fixtures/program.ts'

describe('the demonstration as a program', () => {
  it('that is killed in the middle of an upload knows afterwards that it does not know, and repeats nothing', async () => {
    await inFolder(async (folder) => {
      const first = await startDemo('--data', folder)
      const bill = await billFor(first)
      await first.call('POST', '/v1/simulator/faults', { fault: 'lost-answer', on: 'uploadFees' })
      const upload = first.call('POST', '/v1/orders', bill, 'k').catch(() => undefined)
      for (;;) {
        const { counts } = (await first.call('GET', '/v1/simulator')).json
        if (counts.effects.uploads === 1) break
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      first.child.kill('SIGKILL')
      await first.ended
      assert.equal(await upload, undefined)

      const second = await startDemo('--data', folder)
      const again = await second.call('POST', '/v1/orders', bill, 'k')
      // The console of the second process is the same origin: the key is known.
      assert.equal(again.status, 502, again.text)
      assert.equal(again.json.code, 'OUTCOME_UNKNOWN')
      assert.equal(again.json.delivery, 'unknown')
      assert.equal(again.json.operation.state, 'unknown')
      assert.equal((await second.call('GET', '/v1/simulator')).json.counts.effects.uploads, 0)
      assert.equal((await second.call('GET', '/v1/orders?status=unknown')).json.orders.length, 1)
      second.child.kill('SIGTERM')
      await second.ended
    })
  })
})
