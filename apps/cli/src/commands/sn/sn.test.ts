// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec } from '../../fixtures/run-nationec.ts'

describe('nationec sn', () => {
  it('makes numbers that do not repeat, for the institution that is named', async () => {
    const { stdout } = await nationec('sn', '--count', '200', '--org-id', 'P33010200002', '--length', '40', '--json')
    const { serialNumbers } = documentOf('serial-numbers', stdout)
    assert.equal(new Set(serialNumbers).size, 200)
    assert.match(serialNumbers[0], /^\d{14}[0-9A-Z]{14}P33010200002$/)
    assert.equal((await nationec('sn')).stdout.trim().split('\n').length, 1)
  })

  it('refuses what cannot be', async () => {
    // The institution is a setting, which may stand in a file too: a wrong one is a fault of the set-up.
    for (const [expected, ...args] of [
      [2, '--count', '0'],
      [2, '--count', 'x'],
      [2, '--length', '10'],
      [5, '--org-id', '张三'],
    ] as const) {
      const { code, stdout, stderr } = await nationec('sn', ...args)
      assert.deepEqual([code, stdout], [expected, ''], args.join(' '))
      assert.ok(!stderr.includes('张三'))
    }
  })
})
