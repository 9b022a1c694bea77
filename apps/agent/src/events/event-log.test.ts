import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createEventLog } from './event-log.ts'

it('wants to be told while a page listens and a minute after; what was skipped is a gap for who comes back', () => {
  let now = 0
  const log = createEventLog(() => now)
  assert.equal(log.wanted, false)
  const stop = log.listen(() => {})
  assert.equal(log.wanted, true)
  log.tell('order', 1)
  const seen = log.lastId
  log.tell('order', 2)
  stop()
  stop()
  now = 59_999
  assert.equal(log.wanted, true)
  const missed = log.after(seen)
  assert.deepEqual(missed.kind === 'events' ? missed.events.map(({ data }) => data) : [], ['2'])
  now = 60_000
  assert.equal(log.wanted, false)
  const before = log.lastId
  log.skip()
  assert.equal(log.after(seen).kind, 'gap')
  assert.equal(log.after(before).kind, 'gap')
  assert.deepEqual(log.after(log.lastId), { kind: 'events', events: [] })
})
