import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Journal } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { memoryJournal } from '../journal/memory-journal.ts'
import { TerminalRecords } from './terminal-records.ts'

const id = '0'.repeat(31).concat('1')
const signature = Uint8Array.of(1)
const [peer, stranger] = ['11'.repeat(8), '22'.repeat(8)]
const request = { type: 'request', peer, id, madeAt: 100, url: 'u', text: 't', signature } as const

function typesOf(journal: Journal): JournalEntry['type'][] {
  const types: JournalEntry['type'][] = []
  journal.replay((entry) => types.push(entry.type))
  return types
}

function full(journal: Journal): Journal {
  return {
    ...journal,
    append() {
      throw new Error('the disk is full')
    },
  }
}

describe('the records of a terminal', () => {
  it('mark a peer that has nothing in the journal once, by its own clock', () => {
    const journal = memoryJournal()
    const records = new TerminalRecords(journal)
    assert.equal(records.isForgotten(peer, 1e9), true, 'nothing is known of a peer that was never met')
    records.meet(peer, 51)
    records.meet(peer, 900)
    assert.deepEqual([records.isForgotten(peer, 50), records.isForgotten(peer, 51)], [true, false])
    records.begin(request, 'digest')
    records.acknowledge(peer, id, 200)
    assert.deepEqual(typesOf(journal), ['low-water', 'request', 'acknowledged'])
    const later = new TerminalRecords(journal)
    later.meet(peer, 1_000)
    later.meet(stranger, 1_000)
    assert.deepEqual([later.isForgotten(peer, 50), later.isForgotten(peer, 51)], [true, false])
    assert.deepEqual([later.isForgotten(stranger, 999), later.isForgotten(stranger, 1_000)], [true, false])
  })

  it('write a mark with the next entry if the disk was full when the peer was met', () => {
    const journal = memoryJournal()
    let isFull = true
    const records = new TerminalRecords({
      ...journal,
      append(entry) {
        if (isFull) throw new Error('the disk is full')
        return journal.append(entry)
      },
    })
    records.meet(peer, 51)
    isFull = false
    records.begin(request, 'digest')
    assert.deepEqual(typesOf(journal), ['low-water', 'request'])
  })

  it('give back the request, and then the result', () => {
    const records = new TerminalRecords(memoryJournal())
    records.begin(request, 'digest')
    const known = records.requests.get(id) ?? assert.fail('known')
    assert.deepEqual(records.request(known), request)
    assert.equal(records.result(known), undefined)
    records.end(known, { type: 'done', peer, id, madeAt: 100, text: 'answer', signature })
    assert.equal(records.result(known)?.text, 'answer')
    assert.equal(records.request(known), undefined)
  })

  it('keep a push until it is acknowledged', () => {
    const records = new TerminalRecords(memoryJournal())
    records.keepPush({ type: 'push', peer, id, madeAt: 100, text: 'push', signature })
    assert.deepEqual([[...records.pushes.keys()], records.push(id)?.text], [[id], 'push'])
    records.acknowledge(peer, id, 200)
    assert.deepEqual([records.pushes.size, records.push(id)], [0, undefined])
  })

  it('know nothing that the journal did not take', () => {
    const journal = memoryJournal()
    new TerminalRecords(journal).begin(request, 'digest')
    const records = new TerminalRecords(full(journal))
    const known = records.requests.get(id) ?? assert.fail('known')
    const before = structuredClone(known)
    assert.throws(() => records.end(known, { type: 'done', peer, id, madeAt: 100, text: 'answer', signature }), /full/)
    assert.throws(() => records.acknowledge(peer, id, 200), /full/)
    assert.deepEqual(known, before)
    const other = '2'.repeat(32)
    assert.throws(() => records.begin({ ...request, id: other }, 'digest'), /full/)
    assert.throws(() => records.bury({ type: 'void', peer, id: other, madeAt: 100 }), /full/)
    assert.equal(records.requests.has(other), false)
    records.bar({ peer, id: other, madeAt: 100 })
    assert.equal(records.requests.get(other)?.state, 'not-executed')
  })

  it('say nothing of what the disk does not give back', () => {
    const journal = memoryJournal()
    new TerminalRecords(journal).begin(request, 'digest')
    const broken: Journal = {
      ...journal,
      read() {
        throw new Error('the disk is broken')
      },
    }
    const records = new TerminalRecords(broken)
    assert.equal(records.request(records.requests.get(id) ?? assert.fail('known')), undefined)
  })
})
