import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { memoryJournal } from '../journal/memory-journal.ts'
import { createOutcomeLog } from './outcome-log.ts'

const id = '1'.repeat(32)
const entry = {
  type: 'done',
  peer: 'ff'.repeat(8),
  id,
  madeAt: 1,
  text: 'answer',
  signature: Uint8Array.of(1),
} as const

describe('the log of outcomes', () => {
  it('writes an outcome after it was told, and once', () => {
    const written: JournalEntry[] = []
    const journal = memoryJournal()
    const log = createOutcomeLog({
      ...journal,
      append(given) {
        written.push(given)
        return journal.append(given)
      },
    })
    log.keep(entry)
    assert.deepEqual([log.isKept(id), log.write(id), written], [true, true, []])
    assert.deepEqual([log.told(id), log.told(id), log.isKept(id)], [entry, undefined, false])
    assert.deepEqual([log.write(id), log.write(id), written], [true, true, [entry]])
  })

  it('keeps what the disk did not take, and writes it later', () => {
    let isFull = true
    const journal = memoryJournal()
    const log = createOutcomeLog({
      ...journal,
      append(given) {
        if (isFull) throw new Error('the disk is full')
        return journal.append(given)
      },
    })
    log.keep(entry)
    log.told(id)
    assert.equal(log.write(id), false)
    isFull = false
    assert.equal(log.write(id), true)
    let entries = 0
    journal.replay(() => {
      entries += 1
    })
    assert.equal(entries, 1)
  })
})
