// @everyday none
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fileJournal } from '@nationec/transport-serial'
import { seeded } from '../fixtures/line/seeded.ts'
import { inFolder } from '../fixtures/temporary-folder.ts'

const writer = fileURLToPath(new URL('../fixtures/journal-writer.mjs', import.meta.url))
const isDeno = 'Deno' in globalThis

describe('a journal whose process is killed', () => {
  it('holds every entry that was acknowledged, in order, and none that is half written', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'killed.journal')
      const draws = seeded(11)
      let written = -1
      for (let round = 0; round < 6; round += 1) {
        written = await writeUntilKilled(path, written + 1, draws.between(1, 40))
        const numbers = readNumbers(path)
        assert.deepEqual(
          numbers,
          numbers.map((_, index) => index),
          'an entry is missing',
        )
        assert.ok(numbers.length > written, 'an acknowledged entry is gone')
        written = numbers.length - 1
      }
    }))
})

/** Lets a child write and kills it after so many entries. Gives the last number that it acknowledged. */
function writeUntilKilled(path: string, first: number, count: number): Promise<number> {
  const args = [...(isDeno ? ['run', '-A', '--no-lock'] : []), writer, path, String(first)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  let isKilled = false
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
    if (isKilled || text.split('\n').length <= count) return
    isKilled = true
    child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      const lines = text.split('\n').slice(0, -1)
      if (isKilled) resolve(Number(lines.at(-1)))
      else reject(new Error('the writer ended by itself'))
    })
  })
}

function readNumbers(path: string): number[] {
  const journal = fileJournal(path)
  const numbers: number[] = []
  journal.replay(({ madeAt }) => numbers.push(madeAt))
  journal.close()
  return numbers
}
