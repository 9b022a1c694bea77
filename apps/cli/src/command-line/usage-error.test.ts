import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nationec } from '../fixtures/run-nationec.ts'

describe('a command line that is wrong', () => {
  it('is told without what was typed in the wrong place', async () => {
    const lines = [
      ['张三'],
      ['query', '张三'],
      ['query', '--idNo=330102199001011234'],
      ['query', '--330102199001011234'],
      ['query', '--transport', '330102199001011234'],
      ['demo', '--seed', '330102199001011234x'],
      ['completion', '张三'],
      ['crypto', '张三'],
    ]
    for (const args of lines) {
      const { code, stdout, stderr } = await nationec(...args)
      assert.deepEqual([code, stdout], [2, ''], args.join(' '))
      assert.match(stderr, /\[USAGE\]/)
      assert.ok(!/张三|330102199001011234/.test(stderr), stderr)
    }
  })

  it('names the option or the command that is misspelt', async () => {
    assert.match((await nationec('qeury')).stderr, /unknown command 'qeury'/)
    assert.match((await nationec('query', '--feild', 'x')).stderr, /unknown option '--feild'/)
    assert.match((await nationec('demo', '--seed', 'x')).stderr, /--seed <number>' is invalid/)
    assert.match((await nationec('simulate', 'dll')).stderr, /--out <folder>/)
  })
})
