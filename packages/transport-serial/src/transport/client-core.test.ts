import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { FAR, TILL, weakSignatures } from '../fixtures/world/signatures.ts'
import { memoryJournal } from '../journal/memory-journal.ts'
import type { ResultMessage } from '../message/message.ts'
import { signedContent } from '../message/signed-content.ts'
import { type ClientAction, createClientCore } from './client-core.ts'

const ID = 'ab'.repeat(16)
const request = { id: ID, madeAt: 1_500, url: '', text: '{}' }
const told = { kind: 'result', id: ID, madeAt: 1_500, text: 'ok' } as const
const result: ResultMessage = { ...told, signature: weakSignatures.sign(signedContent({ ...told, to: TILL })) }
const sides = { own: TILL, peer: FAR, ...weakSignatures }

describe('an institution', () => {
  it('acknowledges no result that its disk has not taken, however often it comes', () => {
    const disk = memoryJournal()
    let isFull = false
    const journal = { ...disk, append: (entry: Parameters<typeof disk.append>[0]) => appendTo(entry) }
    const core = createClientCore({ journal, ...sides, clock: () => 2_000 }, () => true)
    core.submit(request)
    isFull = true
    assert.deepEqual(short(core.received(result)), ['settle answered'])
    assert.deepEqual(short(core.told(ID)), [])
    assert.deepEqual(short(core.received(result)), [], 'it was acknowledged, and a restart would not know it')
    isFull = false
    assert.deepEqual(short(core.received(result)), ['result-ack'])
    assert.deepEqual(short(core.received(result)), ['result-ack'])
    const types: string[] = []
    disk.replay(({ type }) => types.push(type))
    assert.deepEqual(types, ['request', 'done'])

    function appendTo(entry: Parameters<typeof disk.append>[0]): number {
      assert.ok(!isFull, 'the disk is full')
      return disk.append(entry)
    }
  })

  it('calls nothing refused that it has asked about or given up, when the terminal remembers no such time', () => {
    for (const kind of ['status', 'abort'] as const) {
      const core = createClientCore({ journal: memoryJournal(), ...sides, clock: () => 2_000 }, () => true)
      core.submit(request)
      assert.deepEqual(short(kind === 'abort' ? core.abort(ID) : core.ask()), [kind])
      assert.deepEqual(short(core.received({ kind: 'state', id: ID, state: 'too-old' })), ['settle unknown'])
    }
  })

  it('refuses an answer that cannot be read, tells once that the outcome is unknown, and asks no more', () => {
    const core = createClientCore({ journal: memoryJournal(), ...sides, clock: () => 2_000 }, () => true)
    core.submit(request)
    const poisoned = { kind: 'poisoned', of: 'result', id: ID, madeAt: 0, reason: 'MESSAGE_TOO_LARGE' } as const
    assert.deepEqual(short(core.received(poisoned)), ['unreadable', 'settle unreadable'])
    assert.deepEqual(short(core.received(poisoned)), ['unreadable'])
    assert.deepEqual([core.ask(), core.ask(ID), core.isOpen(ID), core.unresolved], [[], [], false, [ID]])
  })

  it('believes no answer of another request, of another time, or for another institution', () => {
    const changes = [{ id: 'cd'.repeat(16) }, { madeAt: 1_501 }, { text: 'no' }]
    for (const change of changes) {
      const core = createClientCore({ journal: memoryJournal(), ...sides, clock: () => 2_000 }, () => true)
      core.submit({ ...request, id: ID })
      core.submit({ ...request, id: 'cd'.repeat(16) })
      assert.deepEqual(short(core.received({ ...result, ...change })), ['settle forged'], JSON.stringify(change))
    }
    const other = createClientCore({ journal: memoryJournal(), ...sides, own: FAR, clock: () => 2_000 }, () => true)
    other.submit(request)
    assert.deepEqual(short(other.received(result)), ['settle forged'])
  })

  it('lets a request that went to another terminal be', () => {
    const journal = memoryJournal()
    const parts = { journal, ...sides, clock: () => 2_000 }
    createClientCore({ ...parts, peer: '33'.repeat(8) }, () => true).submit(request)
    const other = createClientCore({ ...parts, peer: '44'.repeat(8) }, () => true)
    assert.deepEqual([other.unresolved, other.elsewhere], [[], [ID]])
    assert.deepEqual(other.ask(), [])
    assert.deepEqual(other.received({ kind: 'state', id: ID, state: 'void' }), [])
    other.submit({ ...request, id: 'cd'.repeat(16) })
    const own = createClientCore({ ...parts, peer: '33'.repeat(8) }, () => true)
    assert.deepEqual(short(own.ask()), ['status'])
    assert.deepEqual(own.elsewhere, ['cd'.repeat(16)])
  })
})

function short(actions: readonly ClientAction[]): string[] {
  return actions.map((action) => {
    if (action.type === 'send') return action.message.kind
    return action.type === 'settle' ? `settle ${action.outcome.type}` : action.type
  })
}
