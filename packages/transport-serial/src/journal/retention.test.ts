import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { memoryJournal } from './memory-journal.ts'
import { closingAtInstitution, closingAtTerminal, forgetOld } from './retention.ts'

const signature = new Uint8Array(64)
const idOf = (number: number): string => number.toString(16).padStart(32, '0')
const [peer, other] = ['ff'.repeat(8), 'ee'.repeat(8)]
const DAY = 86_400

describe('what a journal forgets', () => {
  it('is settled, old, and more than it must keep; a mark says until when', () => {
    const journal = memoryJournal()
    for (let day = 0; day < 20; day += 1) {
      const common = { peer, id: idOf(day), madeAt: day * DAY, text: '', signature }
      journal.append({ type: 'request', url: '', ...common })
      if (day !== 2) journal.append({ type: 'done', ...common })
      if (day > 2) journal.append({ type: 'acknowledged', peer, id: idOf(day), madeAt: day * DAY })
    }
    forgetOld(journal, 20 * DAY, closingAtTerminal, { seconds: 7 * DAY, acts: 3 })
    const kept: (string | number)[] = []
    journal.replay((entry) => {
      if (entry.type === 'request') kept.push(entry.madeAt / DAY)
      if (entry.type === 'low-water') kept.push(`until ${entry.madeAt / DAY}`)
    })
    assert.deepEqual(kept, ['until 12', 0, 1, 2, 13, 14, 15, 16, 17, 18, 19])
  })

  it('leaves no mark for what the terminal said by itself, by its own clock', () => {
    const journal = memoryJournal()
    const push = { peer, id: idOf(1), madeAt: 9 * DAY, text: '', signature }
    journal.append({ type: 'push', ...push })
    journal.append({ type: 'acknowledged', peer, id: idOf(1), madeAt: 9 * DAY })
    journal.append({ type: 'void', peer, id: idOf(2), madeAt: 3 * DAY })
    forgetOld(journal, 20 * DAY, closingAtTerminal, { seconds: 7 * DAY, acts: 0 })
    const kept: (string | number)[] = []
    journal.replay(({ type, madeAt }) => kept.push(type, madeAt / DAY))
    assert.deepEqual(kept, ['low-water', 3])
  })

  it('leaves to each institution a mark by its own clock', () => {
    const journal = memoryJournal()
    journal.append({ type: 'low-water', peer, madeAt: 9 * DAY })
    journal.append({ type: 'void', peer, id: idOf(1), madeAt: 3 * DAY })
    journal.append({ type: 'void', peer: other, id: idOf(2), madeAt: 4 * DAY })
    forgetOld(journal, 20 * DAY, closingAtTerminal, { seconds: 7 * DAY, acts: 0 })
    const marks: Record<string, number> = {}
    journal.replay((entry) => {
      marks[entry.peer] = entry.madeAt / DAY
    })
    assert.deepEqual(marks, { [peer]: 9, [other]: 4 })
  })

  it('at the institution is settled with the answer', () => {
    const journal = memoryJournal()
    const common = { peer, id: idOf(1), madeAt: 0, text: '', signature }
    journal.append({ type: 'request', url: '', ...common })
    journal.append({ type: 'done', ...common })
    forgetOld(journal, 20 * DAY, closingAtInstitution, { seconds: 7 * DAY, acts: 0 })
    const kept: string[] = []
    journal.replay(({ type }) => kept.push(type))
    assert.deepEqual(kept, ['low-water'])
  })
})
