import assert from 'node:assert/strict'
import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { failingFiles } from '../fixtures/failing-files.ts'
import { realFiles } from './file-system.ts'
import type { JournalFile } from './journal-file.ts'
import { createLineReader } from './line-reader.ts'
import { createLineWriter } from './line-writer.ts'

async function withFile(
  work: (on: JournalFile, steps: readonly string[]) => Promise<void>,
  dies?: number,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-lines-'))
  const path = join(folder, 'a.journal')
  await (await open(path, 'w')).close()
  const { files, names } = failingFiles(dies)
  const file = await files.open(path, 'r+')
  try {
    await work({ path, files: realFiles, file, starts: [], end: 0 }, names)
  } finally {
    await file.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const line = (text: string): Buffer => Buffer.from(`${text}\n`)

describe('the writer of a journal', () => {
  it('writes the lines of one moment with one write and one flush, in the order of the calls', async () => {
    await withFile(async (on, steps) => {
      const writer = createLineWriter(on)
      const places = await Promise.all(['a', 'bb', 'ccc'].map((text) => writer.append(line(text))))
      assert.deepEqual(places, [0, 1, 2])
      assert.deepEqual(steps, ['write', 'datasync'])
      assert.equal(await readFile(on.path, 'utf8'), 'a\nbb\nccc\n')
      assert.deepEqual([on.starts, on.end], [[0, 2, 5], 9])
    })
  })

  it('gives the file to other work between two writes', async () => {
    await withFile(async (on, steps) => {
      const writer = createLineWriter(on)
      const done = [writer.append(line('a'))]
      let seen: readonly string[] = []
      await writer.inTurn(async () => {
        done.push(writer.append(line('b')))
        await new Promise((resolve) => setImmediate(resolve))
        seen = [...steps]
      })
      await Promise.all(done)
      assert.deepEqual(seen, [])
      assert.equal(await readFile(on.path, 'utf8'), 'a\nb\n')
    })
  })

  it('takes nothing more after a failed write, and tells every line that waits', async () => {
    await withFile(async (on) => {
      const writer = createLineWriter(on)
      const unwritable = { code: 'JOURNAL_UNWRITABLE' }
      const first = assert.rejects(writer.append(line('aaaa')), unwritable)
      await Promise.resolve()
      await Promise.all([first, assert.rejects(writer.append(line('b')), unwritable)])
      assert.notEqual(writer.broken, undefined)
      await assert.rejects(writer.append(line('c')), unwritable)
      assert.deepEqual([on.starts, on.end], [[], 0])
    }, 1)
  })

  it('keeps the first reason why it was broken off', async () => {
    await withFile(async (on) => {
      const writer = createLineWriter(on)
      const [first, second] = [new Error('first'), new Error('second')]
      writer.breakOff(first)
      writer.breakOff(second)
      assert.equal(writer.broken, first)
      await writer.idle()
    })
  })
})

describe('the reader of a journal', () => {
  it('exchanges the file only between two reads, and lets later reads wait for it', async () => {
    const steps: string[] = []
    const waiting: (() => void)[] = []
    const file = {
      read: () =>
        new Promise((resolve) => {
          steps.push('read begins')
          waiting.push(() => {
            steps.push('read ends')
            resolve({ bytesRead: 0 })
          })
        }),
    } as unknown as FileHandle
    const reader = createLineReader({ path: '', files: realFiles, file, starts: [0], end: 0 })
    // The file holds no line: what is looked at is when it is read.
    const damaged = { code: 'JOURNAL_DAMAGED' }
    const first = assert.rejects(reader.read(0), damaged)
    const exchange = reader.whileUnread(async () => void steps.push('exchange'))
    const second = assert.rejects(reader.read(0), damaged)
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(steps, ['read begins'])
    waiting.shift()?.()
    await first
    await exchange
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
    waiting.shift()?.()
    await second
    assert.deepEqual(steps, ['read begins', 'read ends', 'exchange', 'read begins', 'read ends'])
  })

  it('lets reads go on after an exchange that failed', async () => {
    const reader = createLineReader({ path: '', files: realFiles, file: {} as FileHandle, starts: [-1], end: 0 })
    await assert.rejects(
      reader.whileUnread(async () => {
        throw new Error('no name')
      }),
      /no name/,
    )
    await assert.rejects(reader.read(0), { code: 'JOURNAL_DAMAGED' })
  })
})
