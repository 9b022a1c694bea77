// @runtimes node
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe } from 'node:test'
import { it } from '../../../scripts/deep-kit.ts'
import { inFolder, launch } from './fixtures/program.ts'
import { readJournal, writeLine } from './journal/journal-lines.ts'

const COUNT = 10_000
const ROUNDS = 20
const seed = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)

/** Old operations that are settled, and every thousandth of them unknown. */
function oldJournal(): Buffer {
  const lines: Buffer[] = []
  for (let index = 0; index < COUNT; index += 1) {
    const [id, references] = [String(index), { medOrgOrd: `B${index}` }]
    const begin = { scope: 's', key: id, kind: 'upload', digest: 'x'.repeat(300), references } as const
    lines.push(writeLine({ type: 'begin', id, at: 1, ...begin }))
    if (index % 1_000 === 7) continue
    lines.push(writeLine({ type: 'end', id, state: 'refused', status: 409, references, answer: '', at: 1 }))
  }
  return Buffer.concat(lines)
}

describe('an agent that is killed while its journal is made shorter', () => {
  it('leaves the old journal or the new one, whole, with everything that is unknown', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'operations.journal')
      const whole = oldJournal()
      const readWhole = () => {
        const bytes = readFileSync(path)
        const { records, length } = readJournal(bytes)
        assert.equal(length, bytes.length)
        const unknown = records.filter(([record]) => record.type === 'begin' && Number(record.id) % 1_000 === 7)
        assert.equal(unknown.length, COUNT / 1_000)
        return records.length
      }
      writeFileSync(path, whole)
      const old = readWhole()
      const begun = performance.now()
      const first = launch('--data', folder)
      if (first.stdout !== null) await once(first.stdout, 'data')
      const ready = performance.now() - begun
      first.kill('SIGKILL')
      await once(first, 'exit')
      const shorter = readWhole()
      assert.ok(shorter < old)
      for (let round = 0; round < ROUNDS; round += 1) {
        writeFileSync(path, whole)
        const child = launch('--data', folder)
        const after = ready * (0.4 + ((seed + round * 7_919) % 1_000) / 1_600)
        const timer = setTimeout(() => child.kill('SIGKILL'), after)
        await once(child, 'exit')
        clearTimeout(timer)
        const found = readWhole()
        assert.ok(found === old || found === shorter, `round ${round}: ${found}`)
      }
    }))
})
