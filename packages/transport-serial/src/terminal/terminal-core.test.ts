import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { FAR, TILL, weakSignatures } from '../fixtures/world/signatures.ts'
import type { Journal } from '../journal/journal.ts'
import { memoryJournal } from '../journal/memory-journal.ts'
import type { RequestMessage } from '../message/message.ts'
import { signedContent } from '../message/signed-content.ts'
import { createTerminalCore, type TerminalAction, type TerminalCore } from './terminal-core.ts'

const STRANGER = '33'.repeat(8)
const idOf = (number: number): string => number.toString(16).padStart(32, '0')

describe('a terminal that is asked', () => {
  it('writes a request down before it runs, and the result before it leaves', () => {
    const journal = memoryJournal()
    const core = open(journal)
    assert.deepEqual(short(core.received(request(1))), ['run 1'])
    assert.deepEqual(typesOf(journal), ['request'])
    assert.deepEqual(short(core.finished(idOf(1), { type: 'done', text: 'ok' })), ['result 1'])
    assert.deepEqual(typesOf(journal), ['request', 'done'])
    core.received({ kind: 'result-ack', id: idOf(1) })
    assert.deepEqual(typesOf(journal), ['request', 'done', 'acknowledged'])
  })

  it('never runs an id again: it tells what it knows', () => {
    const core = open()
    core.received(request(1))
    assert.deepEqual(short(core.received(request(1))), ['in-progress 1'])
    core.finished(idOf(1), { type: 'done', text: 'ok' })
    core.arrived(idOf(1))
    assert.deepEqual(short(core.received(request(1))), ['result 1'])
    core.arrived(idOf(1))
    assert.deepEqual(short(core.received(question('status', 1))), ['result 1'])
    assert.deepEqual(short(core.received({ ...request(1), text: 'other' })), ['id-reused 1'])
    assert.deepEqual(short(core.received({ ...request(1), url: 'http://elsewhere' })), ['id-reused 1'])
  })

  it('refuses for ever what it has called void, by status and by abort', () => {
    const journal = memoryJournal()
    const core = open(journal)
    assert.deepEqual(short(core.received(question('status', 1))), ['void 1'])
    assert.deepEqual(short(core.received(question('abort', 2))), ['void 2'])
    for (const life of [core, open(journal)]) {
      assert.deepEqual(short(life.received(request(1))), ['void 1'])
      assert.deepEqual(short(life.received(request(2))), ['void 2'])
    }
  })

  it('carries out one at a time, in order, and lets go of one that waits when it is given up', () => {
    const journal = memoryJournal()
    const core = open(journal)
    core.received(request(1))
    assert.deepEqual(short(core.received(request(2))), ['in-progress 2'])
    assert.deepEqual(short(core.received(request(3))), ['in-progress 3'])
    assert.deepEqual(short(core.received(question('abort', 2))), ['not-executed 2'])
    assert.deepEqual(short(core.received(question('abort', 1))), ['stop 1', 'in-progress 1'])
    assert.deepEqual(short(core.finished(idOf(1), { type: 'not-executed' })), ['not-executed 1', 'run 3'])
    assert.deepEqual(short(core.received(request(2))), ['not-executed 2'])
  })

  it('forgets what waited when the link is gone, and then calls it void', () => {
    const core = open()
    core.received(request(1))
    core.received(request(2))
    core.lost()
    core.opened(TILL, 1_400)
    assert.deepEqual(short(core.received(question('status', 2))), ['void 2'])
    assert.deepEqual(short(core.received(question('status', 1))), ['in-progress 1'])
  })

  it('says nothing to nobody: what ends without a link is told at the next opening, until it is acknowledged', () => {
    const core = open()
    core.received(request(1))
    core.lost()
    assert.deepEqual(core.finished(idOf(1), { type: 'done', text: 'ok' }), [])
    assert.deepEqual(short(core.opened(TILL, 1_400)), ['result 1'])
    assert.deepEqual(short(core.opened(TILL, 1_400)), ['result 1'])
    core.received({ kind: 'result-ack', id: idOf(1) })
    assert.deepEqual(short(core.opened(TILL, 1_400)), [])
  })

  it('asks the centre after a restart, before anything else runs', () => {
    const journal = memoryJournal()
    open(journal).received(request(1))
    const core = create(journal)
    assert.deepEqual(short(core.start()), ['recover 1'])
    core.opened(TILL, 1_400)
    assert.deepEqual(short(core.received(request(2))), ['in-progress 2'])
    assert.deepEqual(short(core.received(question('status', 1))), ['in-progress 1'])
    assert.deepEqual(short(core.finished(idOf(1), { type: 'unknown' })), ['unknown 1', 'run 2'])
    assert.deepEqual(short(core.received(question('status', 1))), ['recover 1', 'in-progress 1'])
  })

  it('refuses what is older than it remembers', () => {
    const journal = memoryJournal()
    journal.append({ type: 'low-water', peer: TILL, madeAt: 1_000 })
    const core = open(journal)
    assert.deepEqual(short(core.received({ ...request(1), madeAt: 1_000 })), ['too-old 1'])
    assert.deepEqual(short(core.received({ ...question('status', 2), madeAt: 999 })), ['too-old 2'])
    assert.deepEqual(short(core.received(request(3, 1_001))), ['run 3'])
  })

  it('says nothing of what was made before it met an institution, and writes down when that was, by its clock', () => {
    const journal = memoryJournal()
    const core = create(journal)
    core.opened(TILL, 1_401)
    assert.deepEqual(allTypesOf(journal), ['low-water'])
    assert.deepEqual(short(core.received({ ...question('status', 1), madeAt: 1_400 })), ['too-old 1'])
    assert.deepEqual(short(core.received(request(2))), ['run 2'])
    const later = create(journal)
    later.opened(TILL, 8_999)
    assert.deepEqual(short(later.received({ ...question('status', 1), madeAt: 1_400 })), ['too-old 1'])
    assert.deepEqual(short(later.received({ ...question('status', 3), madeAt: 1_401 })), ['void 3'])
  })

  it('carries out what an institution asks whose clock is hours behind its own', () => {
    const core = create(memoryJournal(), 1_500 + 28_800)
    core.opened(TILL, 1_500)
    assert.deepEqual(short(core.received(request(1))), ['run 1'])
  })

  it('says that it does not know what its disk cannot read', () => {
    let isBroken = false
    const disk = memoryJournal()
    const core = open({ ...disk, read: (position) => (isBroken ? assert.fail('a bad sector') : disk.read(position)) })
    core.received(request(1))
    isBroken = true
    assert.deepEqual(short(core.finished(idOf(1), { type: 'done', text: 'ok' })), ['unknown 1'])
    isBroken = false
    assert.deepEqual(short(core.received(question('status', 1))), ['result 1'])
  })

  it('refuses a signature that does not fit, once and for all', () => {
    const core = open()
    assert.deepEqual(short(core.received({ ...request(1), signature: new Uint8Array(64) })), ['signature-refused 1'])
    assert.deepEqual(short(core.received(request(1))), ['not-executed 1'])
  })

  it('carries nothing out that it cannot read, under that id never', () => {
    const core = open()
    const poisoned = { kind: 'poisoned', of: 'request', madeAt: 1_500, reason: 'MESSAGE_NOT_TEXT' } as const
    assert.deepEqual(short(core.received({ ...poisoned, id: idOf(1) })), ['unreadable 1'])
    assert.deepEqual(short(core.received(request(1))), ['not-executed 1'])
    core.received(request(2))
    assert.deepEqual(short(core.received({ ...poisoned, id: idOf(2) })), ['id-reused 2'])
  })

  it('does not say again at every opening what the institution cannot read', () => {
    const core = open()
    core.received(request(1))
    core.finished(idOf(1), { type: 'done', text: 'ok' })
    core.arrived(idOf(1))
    core.received({ kind: 'unreadable', id: idOf(1) })
    core.lost()
    assert.deepEqual(short(core.opened(TILL, 1_400)), [])
    assert.deepEqual(short(core.received(question('status', 1))), ['result 1'])
  })

  it('has no effect and makes no promise that it cannot write down', () => {
    let isFull = true
    const disk = memoryJournal()
    const journal: Journal = {
      ...disk,
      append: (entry) => (isFull ? assert.fail('the disk is full') : disk.append(entry)),
    }
    const core = open(journal)
    assert.deepEqual(short(core.received(request(1))), ['journal-failed 1'])
    assert.deepEqual(short(core.received(question('status', 2))), ['unknown 2'])
    isFull = false
    assert.deepEqual(short(core.received(request(1))), ['not-executed 1'])
    assert.deepEqual(short(core.received(request(2))), ['run 2'])
    isFull = true
    assert.deepEqual(short(core.finished(idOf(2), { type: 'done', text: 'ok' })), ['unknown 2'])
  })

  it('does not send a result beyond 900K, nor say that nothing happened', () => {
    const core = open()
    core.received(request(1))
    assert.deepEqual(short(core.finished(idOf(1), { type: 'done', text: 'x'.repeat(900 * 1_024 + 1) })), ['unknown 1'])
  })

  it('has a result under way once, however often it is asked, and again when it has arrived', () => {
    const core = open()
    core.received(request(1))
    assert.deepEqual(short(core.finished(idOf(1), { type: 'done', text: 'ok' })), ['result 1'])
    for (let count = 0; count < 150; count += 1) {
      assert.deepEqual(short(core.received(question('status', 1))), [], 'a second copy was queued')
    }
    assert.deepEqual(short(core.arrived(idOf(1))), [])
    assert.deepEqual(short(core.received(question('status', 1))), ['result 1'])
  })

  it('repeats what is not acknowledged one after the other, and a new result before the old ones', () => {
    const journal = memoryJournal()
    const first = open(journal)
    for (const number of [1, 2, 3]) {
      first.received(request(number))
      first.finished(idOf(number), { type: 'done', text: 'ok' })
    }
    const core = create(journal)
    core.start()
    assert.deepEqual(short(core.opened(TILL, 1_400)), ['result 1'])
    core.received(request(4))
    assert.deepEqual(short(core.finished(idOf(4), { type: 'done', text: 'ok' })), [])
    assert.deepEqual(
      [1, 4, 2, 3].map((number) => short(core.arrived(idOf(number)))),
      [['result 4'], ['result 2'], ['result 3'], []],
    )
  })

  it('tells an act to the institution that asked for it, and to another that it does not know', () => {
    const journal = memoryJournal()
    const core = open(journal)
    core.received(request(1))
    core.finished(idOf(1), { type: 'done', text: 'ok' })
    core.received(question('status', 2))
    core.received(request(3))
    core.lost()
    for (const life of [core, create(journal)]) {
      assert.deepEqual(short(life.opened(STRANGER, 1_400)), [])
      assert.deepEqual(short(life.received(question('status', 1))), ['unknown 1'])
      assert.deepEqual(short(life.received(question('abort', 1))), ['unknown 1'])
      assert.deepEqual(short(life.received(request(1))), ['unknown 1'])
      assert.deepEqual(short(life.received(question('status', 2))), ['unknown 2'])
      assert.deepEqual(short(life.received(question('abort', 3))), ['unknown 3'])
      life.received({ kind: 'result-ack', id: idOf(1) })
      life.lost()
      assert.deepEqual(short(life.opened(TILL, 1_400)), ['result 1'])
      life.lost()
    }
  })

  it('tells what has ended while another institution is there to its own alone', () => {
    const core = open()
    core.received(request(1))
    core.lost()
    core.opened(STRANGER, 1_400)
    assert.deepEqual(short(core.progress(idOf(1))), [])
    assert.deepEqual(short(core.finished(idOf(1), { type: 'done', text: 'ok' })), [])
    assert.deepEqual(short(core.push(idOf(9), 'news', TILL)), [])
    core.lost()
    assert.deepEqual(short(core.opened(TILL, 1_400)), ['result 1'])
    assert.deepEqual(short(core.arrived(idOf(1))), ['push 9'])
  })

  it('refuses a recorded text under another id, time, address, as a push, or for another terminal', () => {
    const good = request(1)
    const changes = [{ id: idOf(2) }, { madeAt: 1_501 }, { url: 'http://elsewhere' }, { text: '{}' }]
    for (const change of changes) {
      const [action] = open().received({ ...good, ...change })
      assert.ok(action?.type === 'send' && action.message.kind === 'state')
      assert.equal(action.message.state, 'signature-refused', JSON.stringify(change))
    }
    for (const other of [{ kind: 'push' }, { kind: 'result' }, { to: STRANGER }] as const) {
      const signature = weakSignatures.sign(signedContent({ ...good, to: FAR, ...other }))
      assert.deepEqual(short(open().received({ ...good, signature })), ['signature-refused 1'])
    }
  })

  it('repeats a push until it is acknowledged', () => {
    const journal = memoryJournal()
    const core = open(journal)
    assert.deepEqual(short(core.push(idOf(9), 'news', TILL)), ['push 9'])
    assert.deepEqual(short(create(journal).opened(TILL, 1_400)), ['push 9'])
    core.received({ kind: 'push-ack', id: idOf(9) })
    assert.deepEqual(short(create(journal).opened(TILL, 1_400)), [])
  })
})

function create(journal: Journal, clock = 2_000): TerminalCore {
  return createTerminalCore({ journal, own: FAR, ...weakSignatures, clock: () => clock })
}

function open(journal: Journal = memoryJournal()): TerminalCore {
  const core = create(journal)
  core.start()
  core.opened(TILL, 1_400)
  return core
}

function request(number: number, madeAt = 1_500): RequestMessage {
  const parts = { kind: 'request', id: idOf(number), madeAt, url: '', text: `{"act":${number}}` } as const
  return { ...parts, signature: weakSignatures.sign(signedContent({ ...parts, to: FAR })) }
}

function question(kind: 'status' | 'abort', number: number) {
  return { kind, id: idOf(number), madeAt: 1_500 } as const
}

/** Actions as `what number`. */
function short(actions: readonly TerminalAction[]): string[] {
  return actions.map((action) => {
    if (action.type === 'send') {
      const { message } = action
      return `${message.kind === 'state' ? message.state : message.kind} ${Number.parseInt(message.id, 16)}`
    }
    return `${action.type} ${Number.parseInt(action.type === 'stop' ? action.id : action.work.id, 16)}`
  })
}

function allTypesOf(journal: Journal): string[] {
  const types: string[] = []
  journal.replay(({ type }) => types.push(type))
  return types
}

/** Without the mark that stands in front of everything. */
function typesOf(journal: Journal): string[] {
  return allTypesOf(journal).filter((type) => type !== 'low-water')
}
