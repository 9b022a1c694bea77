import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { failingFiles } from '../fixtures/failing-files.ts'
import { openFileJournal } from './file-journal.ts'
import type { FileSystem } from './file-system.ts'
import type { Journal } from './journal.ts'
import type { JournalRecord } from './journal-record.ts'

const begin = (id: string, at: number): JournalRecord => ({
  type: 'begin',
  id,
  scope: 's',
  key: id,
  kind: 'upload',
  digest: 'd'.repeat(40),
  references: {},
  at,
})
const done = (id: string, at: number): JournalRecord => ({
  type: 'end',
  id,
  state: 'done',
  status: 200,
  references: {},
  answer: `answer of ${id}`,
  at,
})

async function inFolder(work: (path: string, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-journal-'))
  try {
    await work(join(folder, 'journal'), folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Old operations that are done, and among them one that is unknown. */
async function fill(path: string): Promise<void> {
  const { journal } = await openFileJournal(path)
  for (const id of ['a', 'b', 'open', 'c']) {
    await journal.append(begin(id, 1))
    if (id !== 'open') await journal.append(done(id, 2))
  }
  await journal.append(begin('new', 100))
  await journal.append(done('new', 101))
  await journal.close()
}

async function idsIn(path: string): Promise<string[]> {
  const { found, journal } = await openFileJournal(path)
  await journal.close()
  return found.map(([record]) => `${record.type} ${'id' in record ? record.id : ''}`)
}

const OLD = ['a', 'b'].flatMap((id) => [`begin ${id}`, `end ${id}`])
const ALL = [...OLD, 'begin open', 'begin c', 'end c', 'begin new', 'end new']
const KEPT = ['begin open', 'begin new', 'end new']
const BOUNDS = { before: 50, least: 0 }

describe('a journal that forgets', () => {
  it('leaves out what is old and settled; what stays is found at its place, and lines go on being added', () =>
    inFolder(async (path, folder) => {
      await fill(path)
      const { journal, found } = await openFileJournal(path)
      const places = new Map(
        found.map(([record, place]) => [`${record.type} ${'id' in record ? record.id : ''}`, place]),
      )
      const size = (await stat(path)).size
      const later: Promise<number>[] = []
      const forgetting = journal.forget(BOUNDS)
      for (let index = 0; index < 40; index += 1) {
        later.push(journal.append(begin(`later ${index}`, 200)))
        if (index % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
      }
      assert.deepEqual([...((await forgetting)?.operations ?? [])].sort(), ['a', 'b', 'c'])
      const newPlaces = await Promise.all(later)
      assert.ok((await stat(path)).size < size + 40 * 300)
      for (const [index, place] of newPlaces.entries()) {
        const record = await journal.read(place)
        assert.equal('id' in record && record.id, `later ${index}`)
      }
      const answer = await journal.read(places.get('end new') ?? -1)
      assert.equal(answer.type === 'end' && answer.answer, 'answer of new')
      await assert.rejects(journal.read(places.get('end a') ?? -1), { code: 'JOURNAL_DAMAGED' })
      assert.equal(await journal.forget(BOUNDS), undefined, 'nothing is left to forget')
      const last = await journal.append(done('later 3', 201))
      assert.equal((await journal.read(last)).type, 'end')
      await journal.close()
      assert.deepEqual(await readdir(folder), ['journal'])
      const laters = Array.from({ length: 40 }, (_, index) => `begin later ${index}`)
      assert.deepEqual(await idsIn(path), [...KEPT, ...laters, 'end later 3'])
    }))

  it('is whole whenever it is killed: the old one or the new one, with every line that was acknowledged', async () => {
    let steps = Number.POSITIVE_INFINITY
    const seen = new Set<string>()
    for (let dies = 1; dies <= steps + 1; dies += 1) {
      await inFolder(async (path) => {
        await fill(path)
        const disk = failingFiles(dies)
        const acknowledged: string[] = []
        const opened = await openFileJournal(path, disk.files).catch(() => undefined)
        if (opened !== undefined) {
          const { journal } = opened
          await Promise.all([journal.forget(BOUNDS).catch(() => {}), addSome(journal, acknowledged).catch(() => {})])
          await journal.append(begin('last', 300)).then(
            () => acknowledged.push('begin last'),
            () => {},
          )
          await journal.close().catch(() => {})
        }
        if (dies === 1) steps = await countSteps()
        const found = await idsIn(path)
        const before = found.includes('begin a') ? ALL : KEPT
        assert.deepEqual(found.slice(0, before.length), before, `killed at step ${dies}: ${disk.names.at(dies - 1)}`)
        const after = found.slice(before.length)
        assert.deepEqual(after.slice(0, acknowledged.length), acknowledged, `step ${dies}`)
        seen.add(before === ALL ? 'old' : 'new')
      })
    }
    assert.ok(steps > 10)
    assert.deepEqual([...seen].sort(), ['new', 'old'])
  })

  it('gives the new one its name only when all of it is on the disk', () =>
    inFolder(async (path) => {
      await fill(path)
      const disk = failingFiles()
      const { journal } = await openFileJournal(path, disk.files)
      const before = disk.steps
      await journal.forget(BOUNDS)
      const steps = disk.names.slice(before)
      const rename = steps.indexOf('rename')
      assert.equal(steps[rename - 1], 'sync')
      assert.equal(steps[rename + 1], 'sync', 'the folder')
      await journal.close()
    }))

  it('goes on with the old one where the new one cannot be made or named', async () => {
    for (const what of ['open', 'rename'] as const) {
      await inFolder(async (path) => {
        await fill(path)
        const disk = failingFiles()
        const files: FileSystem = {
          ...disk.files,
          [what]: async (...given: [string, never]) => {
            if (what === 'rename' || given[0].endsWith('.next')) throw new Error('no')
            return disk.files.open(...given)
          },
        }
        const { journal, found } = await openFileJournal(path, files)
        await assert.rejects(journal.forget(BOUNDS), /no/)
        assert.equal(journal.writable, true)
        await journal.append(begin('x', 300))
        assert.equal((await journal.read(found[1]?.[1] ?? -1)).type, 'end')
        await journal.close()
        assert.deepEqual(await idsIn(path), [...ALL, 'begin x'])
      })
    }
  })

  it('clears away what a kill has left, ends at once when it is closed meanwhile, and is readable by its owner', () =>
    inFolder(async (path, folder) => {
      await fill(path)
      await writeFile(`${path}.next`, 'half')
      await writeFile(path, '', { flag: 'a', mode: 0o644 })
      const { journal } = await openFileJournal(path)
      assert.deepEqual(await readdir(folder), ['journal'])
      if (process.platform !== 'win32') assert.equal((await stat(path)).mode & 0o777, 0o600)
      const forgetting = journal.forget(BOUNDS)
      await journal.close()
      await forgetting
      assert.deepEqual(await readdir(folder), ['journal'])
      const found = await idsIn(path)
      assert.deepEqual(found, found.length === ALL.length ? ALL : KEPT)
      if (process.platform !== 'win32') assert.equal((await stat(path)).mode & 0o777, 0o600)
    }))
})

async function addSome(journal: Journal, acknowledged: string[]): Promise<void> {
  for (let index = 0; index < 5; index += 1) {
    await journal.append(begin(`n${index}`, 200))
    acknowledged.push(`begin n${index}`)
  }
}

/** How many steps the whole takes when nobody kills it. */
async function countSteps(): Promise<number> {
  let steps = 0
  await inFolder(async (path) => {
    await fill(path)
    const disk = failingFiles()
    const { journal } = await openFileJournal(path, disk.files)
    await Promise.all([journal.forget(BOUNDS), addSome(journal, [])])
    await journal.append(begin('last', 300))
    await journal.close()
    steps = disk.steps
  })
  return steps
}
