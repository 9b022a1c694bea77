import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import { openDesk } from './fixtures/desk.ts'
import { writeLine } from './journal/journal-lines.ts'
import type { JournalRecord } from './journal/journal-record.ts'

const DAY = 24 * 60 * 60 * 1000
const THEN = Date.UTC(2026, 5, 1)

async function inFolder(work: (folder: string, journal: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-agent-'))
  try {
    await work(folder, join(folder, 'operations.journal'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A till's journal: so many operations that are done, and one that was under way when the agent ended. */
function oldJournal(count: number): Buffer {
  const records: JournalRecord[] = []
  for (let index = 0; index < count; index += 1) {
    const [id, references] = [randomUUID(), { medOrgOrd: `B${index}` }]
    const begin = { scope: 'program', kind: 'upload', digest: '', references } as const
    records.push({ type: 'begin', id, key: `key ${index}`, at: THEN, ...begin })
    if (index === 5) continue
    records.push({ type: 'end', id, state: 'refused', status: 409, references, answer: '', at: THEN })
  }
  return Buffer.concat(records.map(writeLine))
}

describe('the journal of an agent', () => {
  it('forgets what is old and settled, at the start and once a day; never what is unknown', () =>
    inFolder(async (dataFolder, journal) => {
      await writeFile(journal, oldJournal(1_100))
      const before = (await stat(journal)).size
      let now = THEN + 199 * DAY
      await using desk = await openDesk({ dataFolder, clock: () => now })
      assert.equal((await stat(journal)).size, before, 'not old yet')
      now += 2 * DAY
      await desk.upload('k')
      for (let attempt = 0; (await stat(journal)).size > before * 0.95 && attempt < 200; attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      const text = await readFile(journal, 'utf8')
      const kept = new Set(Array.from(text.matchAll(/"medOrgOrd":"B(\d+)"/g), ([, index]) => Number(index)))
      assert.ok(kept.has(5), 'the unknown one')
      assert.ok(!kept.has(6) && kept.has(1_099))
      assert.ok(kept.size >= 1_000 && kept.size < 1_010)
      const [unknown] = (await desk.call('GET', '/v1/operations?state=unknown')).json.operations
      assert.equal(unknown.medOrgOrd, 'B5')
      assert.equal((await desk.call('GET', '/v1/orders/B5')).json.status, 'unknown')
      await desk.agent.stop()
      await using next = await openDesk({ dataFolder, clock: () => now })
      assert.equal((await next.call('GET', '/v1/operations?state=unknown')).json.operations.length, 1)
      assert.equal((await next.call('GET', '/v1/orders?status=pending')).json.orders.length, 1)
    }))

  it('keeps more days where more are set', () =>
    inFolder(async (dataFolder, journal) => {
      await writeFile(journal, oldJournal(1_100))
      const before = (await stat(journal)).size
      await using desk = await openDesk({ dataFolder, journalDays: 400, clock: () => THEN + 300 * DAY })
      assert.equal((await stat(journal)).size, before)
      assert.equal((await desk.call('GET', '/readyz')).status, 200)
    }))
})

describe('the folder of an agent', () => {
  it('is for its owner alone', { skip: process.platform === 'win32' && 'rights are other ones there' }, () =>
    inFolder(async (folder) => {
      const dataFolder = join(folder, 'state', 'agent')
      await using desk = await openDesk({ dataFolder })
      await desk.upload('k')
      assert.equal((await stat(dataFolder)).mode & 0o777, 0o700)
      for (const file of ['operations.journal', 'agent.key', 'agent.lock', 'tokens.json']) {
        assert.equal((await stat(join(dataFolder, file))).mode & 0o777, 0o600, file)
      }
    }),
  )

  it('with half a key is refused at the start, before anything is sealed under it', () =>
    inFolder(async (dataFolder) => {
      await writeFile(join(dataFolder, 'agent.key'), '')
      await assert.rejects(openDesk({ dataFolder }), (error) => isNationEcError(error, 'JOURNAL_DAMAGED'))
      await rm(join(dataFolder, 'agent.key'))
      await using desk = await openDesk({ dataFolder })
      assert.equal((await desk.upload('k')).status, 201)
    }))
})
