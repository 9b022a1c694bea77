import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Journal } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { memoryJournal } from '../journal/memory-journal.ts'
import { TerminalRecords } from './terminal-records.ts'

const id = '0'.repeat(31).concat('1')
const signature = Uint8Array.of(1)
const request = { type: 'request', id, madeAt: 100, url: 'u', text: 't', signature } as const

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
  it('mark an empty journal once, with the time since when it remembers', () => {
    const journal = memoryJournal()
    const records = new TerminalRecords(journal, 50)
    assert.deepEqual([records.isForgotten(50), records.isForgotten(51)], [true, false])
    records.begin(request, 'digest')
    records.acknowledge(id, 200)
    assert.deepEqual(typesOf(journal), ['low-water', 'request', 'acknowledged'])
    const later = new TerminalRecords(journal, 1_000)
    assert.deepEqual([later.isForgotten(50), later.isForgotten(1_000)], [true, false])
  })

  it('give back the request, and then the result', () => {
    const records = new TerminalRecords(memoryJournal(), undefined)
    records.begin(request, 'digest')
    const known = records.requests.get(id) ?? assert.fail('known')
    assert.deepEqual(records.request(known), request)
    assert.equal(records.result(known), undefined)
    records.end(known, { type: 'done', id, madeAt: 100, text: 'answer', signature })
    assert.equal(records.result(known)?.text, 'answer')
    assert.equal(records.request(known), undefined)
  })

  it('keep a push until it is acknowledged', () => {
    const records = new TerminalRecords(memoryJournal(), undefined)
    records.keepPush({ type: 'push', id, madeAt: 100, text: 'push', signature })
    assert.deepEqual([[...records.pushes], records.push(id)?.text], [[id], 'push'])
    records.acknowledge(id, 200)
    assert.deepEqual([[...records.pushes], records.hasPush(id), records.push(id)], [[], false, undefined])
  })

  it('know nothing that the journal did not take', () => {
    const journal = memoryJournal()
    new TerminalRecords(journal, undefined).begin(request, 'digest')
    const records = new TerminalRecords(full(journal), undefined)
    const known = records.requests.get(id) ?? assert.fail('known')
    const before = structuredClone(known)
    assert.throws(() => records.end(known, { type: 'done', id, madeAt: 100, text: 'answer', signature }), /full/)
    assert.throws(() => records.acknowledge(id, 200), /full/)
    assert.deepEqual(known, before)
    const other = '2'.repeat(32)
    assert.throws(() => records.begin({ ...request, id: other }, 'digest'), /full/)
    assert.throws(() => records.bury({ type: 'void', id: other, madeAt: 100 }), /full/)
    assert.equal(records.requests.has(other), false)
    records.bar(other, 100)
    assert.equal(records.requests.get(other)?.state, 'not-executed')
  })

  it('say nothing of what the disk does not give back', () => {
    const journal = memoryJournal()
    new TerminalRecords(journal, undefined).begin(request, 'digest')
    const broken: Journal = {
      ...journal,
      read() {
        throw new Error('the disk is broken')
      },
    }
    const records = new TerminalRecords(broken, undefined)
    assert.equal(records.request(records.requests.get(id) ?? assert.fail('known')), undefined)
  })
})
