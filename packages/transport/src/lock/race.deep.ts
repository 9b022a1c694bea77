// @runtimes node bun deno
import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { it } from '../../../../scripts/deep-kit.ts'
import { race } from '../fixtures/lock/starters.ts'

describe('a lock that was left behind, found by four processes at the same moment', () => {
  it('lets one of them in, a thousand times', async () => {
    assert.deepEqual(await race('new', 1_000), { right: 1_000, wrong: undefined, litter: [] })
  })

  it('let several in when the old one was renamed away and a new one made', async () => {
    const { right, wrong } = await race('old', 300)
    assert.ok(right < 300, 'four processes never met: this test would find nothing')
    assert.match(wrong ?? '', /in .*in|ENOENT/)
  })
})
