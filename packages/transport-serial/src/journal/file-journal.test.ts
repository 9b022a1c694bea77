import assert from 'node:assert/strict'
import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileJournal, type JournalEntry } from '@nationec/transport-serial'
import fc from 'fast-check'
import { anyEntry } from '../fixtures/arbitrary-entry.ts'
import { inFolder } from '../fixtures/temporary-folder.ts'

const entries = fc.array(anyEntry, { minLength: 1, maxLength: 6 })

describe('a journal in a file', () => {
  it('gives back every entry after it was opened again, and by its position', () =>
    inFolder((folder) => {
      let file = 0
      fc.assert(
        fc.property(entries, (given) => {
          file += 1
          const path = join(folder, `${file}.journal`)
          const journal = fileJournal(path)
          const positions = given.map((entry) => journal.append(entry))
          journal.close()
          const again = fileJournal(path)
          assert.deepEqual(readAll(again), given)
          assert.deepEqual(
            positions.map((position) => again.read(position)),
            given,
          )
          again.close()
        }),
        { numRuns: 30, seed: 8 },
      )
    }))

  it('cuts a torn tail off, whatever of it was written, and goes on behind it', () =>
    inFolder((folder) => {
      const path = join(folder, 'torn.journal')
      fc.assert(
        fc.property(entries, anyEntry, fc.nat(), fc.uint8Array({ maxLength: 20 }), (given, last, cut, garbage) => {
          writeFileSync(path, '')
          const journal = fileJournal(path)
          for (const entry of given) journal.append(entry)
          const whole = statSync(path).size
          journal.append(last)
          journal.close()
          truncateSync(path, whole + (cut % (statSync(path).size - whole)))
          appendFileSync(path, garbage)
          const again = fileJournal(path)
          assert.deepEqual(readAll(again), given)
          again.append(last)
          assert.deepEqual(readAll(again), [...given, last])
          again.close()
        }),
        { numRuns: 60, seed: 9 },
      )
    }))

  it('refuses damage that no crash explains, and never misreads an entry', () =>
    inFolder((folder) => {
      const path = join(folder, 'damaged.journal')
      fc.assert(
        fc.property(
          fc.array(anyEntry, { minLength: 2, maxLength: 5 }),
          fc.nat(),
          fc.integer({ min: 1, max: 255 }),
          (given, at, change) => {
            writeFileSync(path, '')
            const journal = fileJournal(path)
            const positions = given.map((entry) => journal.append(entry))
            journal.close()
            const bytes = readFileSync(path)
            const place = at % (positions.at(-1) ?? 1)
            bytes[place] = (bytes[place] ?? 0) ^ change
            writeFileSync(path, bytes)
            assert.throws(() => fileJournal(path), { code: 'JOURNAL_DAMAGED', delivery: 'not-sent' })
          },
        ),
        { numRuns: 60, seed: 10 },
      )
    }))

  it('puts other entries in the place of all at once', () =>
    inFolder((folder) => {
      const path = join(folder, 'rewritten.journal')
      const journal = fileJournal(path)
      for (let madeAt = 0; madeAt < 5; madeAt += 1) journal.append({ type: 'low-water', peer: 'ff'.repeat(8), madeAt })
      journal.rewrite([{ type: 'low-water', peer: 'ff'.repeat(8), madeAt: 9 }])
      journal.append({ type: 'low-water', peer: 'ff'.repeat(8), madeAt: 10 })
      assert.deepEqual(
        readAll(journal).map(({ madeAt }) => madeAt),
        [9, 10],
      )
      journal.close()
      const again = fileJournal(path)
      assert.deepEqual(
        readAll(again).map(({ madeAt }) => madeAt),
        [9, 10],
      )
      again.close()
    }))

  it('belongs to one owner at a time, and is free again when that has closed it or died', () =>
    inFolder((folder) => {
      const path = join(folder, 'one.journal')
      const journal = fileJournal(path)
      assert.throws(() => fileJournal(path), { code: 'JOURNAL_BUSY' })
      journal.close()
      fileJournal(path).close()
    }))

  it('says which process holds it', () =>
    inFolder((folder) => {
      const path = join(folder, 'held.journal')
      const journal = fileJournal(path)
      const english = new RegExp(`Process ${process.pid} holds the lock file`)
      const chinese = new RegExp(`锁文件由进程 ${process.pid} 持有`)
      assert.throws(() => fileJournal(path), english)
      assert.throws(() => fileJournal(path), chinese)
      journal.close()
    }))

  it('is for its owner alone', { skip: process.platform === 'win32' }, () =>
    inFolder((folder) => {
      const path = join(folder, 'private.journal')
      fileJournal(path).close()
      assert.equal(statSync(path).mode & 0o077, 0)
    }),
  )

  it('says so when there is no such folder', () =>
    inFolder((folder) => {
      assert.throws(() => fileJournal(join(folder, 'nowhere', 'x.journal')), {
        code: 'JOURNAL_FAILED',
        delivery: 'not-sent',
      })
    }))
})

function readAll(journal: ReturnType<typeof fileJournal>): JournalEntry[] {
  const read: JournalEntry[] = []
  journal.replay((entry) => read.push(entry))
  return read
}
