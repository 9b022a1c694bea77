// @everyday node
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fileJournal } from '@nationec/transport-serial'
import { inFolder } from '../fixtures/temporary-folder.ts'

const writer = fileURLToPath(new URL('../fixtures/full-disk-writer.mjs', import.meta.url))
const runtime = [process.execPath, ...('Deno' in globalThis ? ['run', '-A', '--no-lock'] : [])]
/** The system writes what fits of an entry and then no more; POSIX counts in blocks of 512 bytes. */
const limited = `trap '' XFSZ; ulimit -f 8; exec "$@"`

describe('a disk that is full in the middle of an entry', { skip: process.platform === 'win32' }, () => {
  it('has the entry refused and taken back; what was there stays, and a smaller one still goes behind it', () =>
    inFolder((folder) => {
      const path = join(folder, 'full.journal')
      const told = execFileSync('sh', ['-c', limited, 'sh', ...runtime, writer, path], { encoding: 'utf8' })
      const { code, written, entries }: { code: string; written: number; entries: number } = JSON.parse(told)
      assert.deepEqual([code, entries], ['JOURNAL_FAILED', written + 1])
      const found: string[] = []
      const journal = fileJournal(path)
      journal.replay(({ type, madeAt }) => found.push(`${type} ${madeAt}`))
      journal.close()
      const expected = Array.from({ length: written }, (_, number) => `done ${number}`)
      assert.deepEqual(found, [...expected, `void ${written}`])
      // It was the limit that stopped it, not something before the first byte.
      const whole = statSync(path).size
      assert.ok(whole > 2_500 && whole <= 8_192 && readFileSync(path).length === whole, String(whole))
    }))
})
