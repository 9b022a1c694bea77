import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { seeded } from '../fixtures/line/seeded.ts'
import { linkFaults } from '../fixtures/specification/link-faults.ts'
import { createHostilePeer } from './fixtures/hostile-peer.ts'

describe('what breaks a rule of the link page', () => {
  for (const [index, { what, reaction, act }] of linkFaults.entries()) {
    it(`${what}: ${reaction}`, () => {
      const peer = createHostilePeer(seeded(index + 1))
      peer.pair()
      assert.ok(peer.link.isUp)
      const before = peer.events.length
      const { framesSent } = peer.link.statistics
      act(peer)
      const events = peer.events.slice(before)
      if (reaction.startsWith('dropped')) {
        assert.deepEqual([peer.link.isUp, events], [true, []])
        if (reaction !== 'dropped') for (let count = 0; count < 20; count += 1) peer.step()
        if (reaction !== 'dropped') assert.ok(peer.syncsHeard > 1 && peer.link.statistics.framesSent > framesSent)
        return
      }
      const reason = reaction === 'begins anew' ? 'peer-closed' : 'peer-broke-rules'
      assert.deepEqual([peer.link.isUp, events], [false, [{ type: 'down', reason, kept: false }]])
    })
  }
})
