import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import { describeError } from '../http/problem.ts'
import type { JournalRecord } from '../journal/journal-record.ts'
import { openMemoryJournal } from '../journal/memory-journal.ts'
import { createSeal, freshKey } from '../journal/seal.ts'
import { type Books, createBooks } from './books.ts'
import type { OperationRequest } from './operation-request.ts'
import { createOperationRunner } from './run-operation.ts'

interface Fixture {
  readonly books: Books
  readonly records: JournalRecord[]
  readonly run: ReturnType<typeof createOperationRunner>
}

function fixture(parts: { tell?: () => void; append?: (record: JournalRecord) => Promise<void> } = {}): Fixture {
  const records: JournalRecord[] = []
  const opened = openMemoryJournal()
  const journal = {
    ...opened.journal,
    async append(record: JournalRecord) {
      await parts.append?.(record)
      records.push(record)
      return opened.journal.append(record)
    },
  }
  const storage = { journal, found: [], seal: createSeal(freshKey()), folder: undefined, close: async () => {} }
  const books = createBooks({ storage, clock: () => 1, tell: parts.tell ?? (() => {}) })
  const run = createOperationRunner({
    books,
    describe: describeError,
    admit: () => {},
    onEnd: parts.tell ?? (() => {}),
  })
  return { books, records, run }
}

const request = (perform: OperationRequest['perform'], key = 'k'): OperationRequest => ({
  kind: 'upload',
  scope: 's',
  key,
  digest: 'd',
  references: { medOrgOrd: 'B' },
  perform,
})
const done = async () => ({ status: 201, body: { payOrdId: 'P' }, references: { payOrdId: 'P' } })

describe('running an operation', () => {
  it('ends as it ended, whatever those who watch do', async () => {
    const { run, records, books } = fixture({
      tell() {
        throw new Error('a page that went away')
      },
    })
    const reply = await run(request(done))
    assert.deepEqual([reply.status, reply.entry.state], [201, 'done'])
    assert.deepEqual(
      records.map(({ type }) => type),
      ['begin', 'end'],
    )
    assert.equal((await run(request(done))).replayed, true)
    assert.equal([...books.index.newest()].length, 1)
  })

  it('sends nothing that is not in the journal; who waited with the same key is told the same', async () => {
    let sent = 0
    let isFull = true
    const { run } = fixture({
      async append() {
        await new Promise((resolve) => setTimeout(resolve, 5))
        if (isFull) throw new Error('disk full')
      },
    })
    const perform = async () => {
      sent += 1
      return done()
    }
    const both = await Promise.allSettled([run(request(perform)), run(request(perform))])
    for (const one of both) assert.ok(one.status === 'rejected' && /disk full/.test(String(one.reason)))
    assert.equal(sent, 0)
    isFull = false
    assert.equal((await run(request(perform))).status, 201)
    assert.equal(sent, 1)
  })

  it('gives the answer also when its end cannot be written, and never sends again under that key', async () => {
    let sent = 0
    const { run } = fixture({
      async append({ type }) {
        if (type === 'end') throw new Error('disk full')
      },
    })
    const perform = async () => {
      sent += 1
      return done()
    }
    assert.equal((await run(request(perform))).status, 201)
    const again = await run(request(perform))
    assert.deepEqual([again.status, again.replayed, sent], [502, true, 1])
  })

  it('lets one of many go with one key, and none of another on the same bill', async () => {
    let sent = 0
    const { run } = fixture()
    const perform = async () => {
      sent += 1
      await new Promise((resolve) => setTimeout(resolve, 10))
      return done()
    }
    const many = Array.from({ length: 50 }, (_, index) =>
      run(request(perform, index % 2 === 0 ? 'k' : `other ${index}`)),
    )
    const ended = await Promise.allSettled(many)
    assert.equal(sent, 1)
    for (const [index, one] of ended.entries()) {
      if (index % 2 === 0) assert.ok(one.status === 'fulfilled' && one.value.status === 201)
      else assert.ok(one.status === 'rejected' && isNationEcError(one.reason, 'OUTCOME_OPEN'))
    }
  })
})
