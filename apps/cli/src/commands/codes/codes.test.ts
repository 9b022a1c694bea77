// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec } from '../../fixtures/run-nationec.ts'

describe('nationec codes', () => {
  it('finds a code by its Chinese, its English and itself', async () => {
    for (const text of ['只退现金', 'CASH ONLY', 'CASH']) {
      const { entries } = documentOf('codes', (await nationec('codes', text, '--table', 'refdType', '--json')).stdout)
      assert.deepEqual(entries[0].zh, '只退现金', text)
    }
  })

  it('lists the tables, and one table', async () => {
    const { tables } = documentOf('code-tables', (await nationec('codes', '--json')).stdout)
    assert.ok(tables.some(({ name }: { name: string }) => name === 'ordStas'))
    const { code, stdout } = await nationec('codes', '--table', 'code')
    assert.equal(code, 0)
    assert.match(stdout, /成功 +success +confirmed/)
  })

  it('is no failure when it finds nothing, and refuses a table that does not exist', async () => {
    const nothing = await nationec('codes', 'no such thing')
    assert.deepEqual([nothing.code, nothing.stdout], [0, 'nothing found 未找到\n'])
    assert.equal((await nationec('codes', '--table', 'nothing')).code, 2)
  })
})
