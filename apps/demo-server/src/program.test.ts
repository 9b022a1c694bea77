// @everyday none
import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { billFor, inFolder, onDeno, startDemo } from '../../agent/src/fixtures/program.ts'

describe('the demonstration as a program', () => {
  it('whose window is closed in the middle of an upload lets the terminal finish, and answers', {
    skip: process.platform === 'win32' && 'signals are other ones there',
  }, async () => {
    await using running = await startDemo()
    const bill = await billFor(running)
    const fault = { kind: 'slow', milliseconds: 1_000, carriedOut: 'first' }
    const set = await running.call('POST', '/v1/simulator/faults', { fault, on: 'uploadFees' })
    assert.equal(set.status, 200, set.text)
    const upload = running.call('POST', '/v1/orders', bill, 'k')
    for (;;) {
      const { counts } = (await running.call('GET', '/v1/simulator')).json
      if (counts.effects.uploads === 1) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    running.child.kill('SIGHUP')
    assert.equal((await upload).status, 201)
    const [code] = await running.ended
    if (!onDeno) assert.equal(code, 0)
  })

  it('that knows of an unknown outcome of an earlier run ends with 3', async () => {
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
      await upload
      await using second = await startDemo('--data', folder)
      const { json } = await second.call('GET', '/readyz')
      const unknown = json.checks.find(({ id }: { id: string }) => id === 'unknown')
      assert.deepEqual([unknown.ok, unknown.code], [false, 'OUTCOME_UNKNOWN'])
      second.child.kill('SIGTERM')
      const [code] = await second.ended
      if (!onDeno) assert.equal(code, 3)
    })
  })

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
