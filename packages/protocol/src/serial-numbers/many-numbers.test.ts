// @everyday none
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createSerialNumbers, formatWireTime } from '@nationec/protocol'

const orgId = 'H33010200001'
const run = promisify(execFile)

describe('a million serial numbers', () => {
  it('do not repeat when a second overflows, and move ahead of the clock instead', () => {
    const next = createSerialNumbers({ orgId, length: 38, now: () => 0 })
    const perSecond = 32 ** 4
    const seen = new Set<string>()
    for (let made = 0; made < perSecond + 10; made += 1) seen.add(next())
    assert.equal(seen.size, perSecond + 10)
    assert.equal([...seen].at(-1)?.slice(0, 14), formatWireTime(1000))
  })

  it('do not repeat among real processes', async () => {
    const program = fileURLToPath(new URL('../fixtures/print-serial-numbers.mjs', import.meta.url))
    const outputs = await Promise.all(Array.from({ length: 6 }, () => run(process.execPath, [program, orgId, '2000'])))
    const made = outputs.flatMap(({ stdout }) => stdout.trim().split('\n'))
    assert.equal(made.length, 12_000)
    assert.equal(new Set(made).size, made.length)
  })
})
