import assert from 'node:assert/strict'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import fc from 'fast-check'
import { openFileJournal } from './file-journal.ts'
import { readJournal, readLine, writeLine } from './journal-lines.ts'
import type { JournalRecord } from './journal-record.ts'
import { createSeal, freshKey } from './seal.ts'

const record = (id: string): JournalRecord => ({ type: 'free', id, at: 1 })

const anyRecord = fc.record({
  type: fc.constant('end' as const),
  id: fc.string(),
  state: fc.constantFrom('done' as const, 'refused' as const, 'unknown' as const),
  status: fc.nat(),
  references: fc.record({ medOrgOrd: fc.string({ unit: 'grapheme' }) }),
  answer: fc.string({ unit: 'binary' }),
  at: fc.nat(),
})

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-journal-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('the lines of a journal', () => {
  it('hold every record, and say where it lies', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 20 }), (records) => {
        const bytes = Buffer.concat(records.map(writeLine))
        const content = readJournal(bytes)
        assert.equal(content.length, bytes.length)
        assert.deepEqual(
          content.records.map(([one]) => one),
          JSON.parse(JSON.stringify(records)),
        )
        for (const [one, place] of content.records) {
          assert.deepEqual(readLine(bytes.toString('utf8', place, bytes.indexOf(10, place))), one)
        }
      }),
      { numRuns: 200, seed: 20261123 },
    )
  })

  it('of a power cut lose at most what nobody was told of: any cut gives a beginning of what was written', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 6 }), fc.nat(), (records, cut) => {
        const bytes = Buffer.concat(records.map(writeLine))
        const content = readJournal(bytes.subarray(0, cut % (bytes.length + 1)))
        assert.ok(content.length <= bytes.length)
        assert.deepEqual(
          content.records.map(([one]) => one),
          JSON.parse(JSON.stringify(records.slice(0, content.records.length))),
        )
      }),
      { numRuns: 300, seed: 20261124 },
    )
  })

  it('that are damaged in the middle are refused', () => {
    const bytes = Buffer.concat([record('a'), record('b'), record('c')].map(writeLine))
    bytes[30] = (bytes[30] ?? 0) ^ 1
    assert.throws(
      () => readJournal(bytes),
      (error) => isNationEcError(error, 'JOURNAL_DAMAGED'),
    )
  })
})

describe('a journal file', () => {
  it('keeps the order of the calls, and finds a record again', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'x', 'journal')
      const { journal } = await openFileJournal(path)
      const places = await Promise.all(
        Array.from({ length: 50 }, (_, index) => journal.append(record(`${index}${'长'.repeat(index * 500)}`))),
      )
      assert.match(JSON.stringify(await journal.read(places[49] ?? 0)), /"49长/)
      await journal.close()
      await assert.rejects(journal.append(record('late')), (error) => isNationEcError(error, 'JOURNAL_UNWRITABLE'))
      const again = await openFileJournal(path)
      assert.deepEqual(
        again.found.map(([one]) => ('id' in one ? Number.parseInt(one.id, 10) : -1)),
        Array.from({ length: 50 }, (_, index) => index),
      )
      await again.journal.close()
    })
  })

  it('goes on behind a torn end', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      const first = await openFileJournal(path)
      await first.journal.append(record('a'))
      await first.journal.close()
      await appendFile(path, writeLine(record('b')).subarray(0, 25))
      const second = await openFileJournal(path)
      assert.equal(second.found.length, 1)
      await second.journal.append(record('c'))
      await second.journal.close()
      const text = await readFile(path, 'utf8')
      assert.equal(text, Buffer.concat([record('a'), record('c')].map(writeLine)).toString())
      await writeFile(path, text.replace('"a"', '"z"'))
      await assert.rejects(openFileJournal(path), (error) => isNationEcError(error, 'JOURNAL_DAMAGED'))
    })
  })
})

describe('a seal', () => {
  it('gives back what it closed, shows nothing of it, and opens nothing that was changed', () => {
    const seal = createSeal(freshKey())
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
        const sealed = seal.close(text)
        assert.equal(seal.open(sealed), text)
        assert.notEqual(seal.close(text), sealed)
        const bytes = Buffer.from(sealed, 'base64')
        const place = at % bytes.length
        bytes[place] = (bytes[place] ?? 0) ^ 1
        assert.throws(() => seal.open(bytes.toString('base64')))
      }),
      { numRuns: 100, seed: 20261125 },
    )
    assert.throws(() => createSeal(freshKey()).open(seal.close('x')))
  })
})
