// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec, run } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

interface Shown {
  readonly name: string
  readonly value: unknown
  readonly source: string
}

describe('nationec config explain', () => {
  it('shows the source of every value: flag before environment before file before default', async () => {
    using folder = temporaryFolder()
    const dll = { host: { environment: { SECRET: 'not to be shown' } } }
    const file = folder.write('nationec.json', { orgId: 'H1', seed: 1, deadline: 1, transport: 'http', dll })
    const env = { NATIONEC_CONFIG: file, NATIONEC_SEED: '2', NATIONEC_DEADLINE: '2' }
    const { code, stdout } = await run(['config', 'explain', '--deadline', '3', '--json'], { env })
    assert.equal(code, 0)
    const explained = documentOf('config', stdout)
    assert.equal(explained.file, file)
    const of = (name: string) => {
      const { value, source } = explained.settings.find((setting: Shown) => setting.name === name)
      return [value, source]
    }
    assert.deepEqual(['deadline', 'seed', 'orgId', 'transport', 'library', 'dll'].map(of), [
      [3, 'flag'],
      [2, 'environment'],
      ['H1', 'file'],
      ['http', 'file'],
      [null, 'default'],
      ['{...}', 'file'],
    ])
    assert.ok(!stdout.includes('not to be shown'))
    assert.match((await run(['config', 'explain'], { env })).stdout, /flag > environment > file > default/)
  })

  it('ends with 5 for settings that are wrong, wherever they stand, and shows no value', async () => {
    using folder = temporaryFolder()
    const files = [{ seed: 'hidden' }, { transport: 'hidden' }, { nothing: 1 }, [], '{', { dll: 'hidden' }]
    for (const content of files) {
      const { code, stderr } = await nationec('config', 'explain', '--config', folder.write('wrong.json', content))
      assert.equal(code, 5, JSON.stringify(content))
      assert.match(stderr, /SETTING_INVALID/)
      assert.ok(!stderr.includes('hidden'))
    }
    assert.equal((await run(['sn'], { env: { NATIONEC_SEED: 'hidden' } })).code, 5)
    assert.equal((await nationec('sn', '--config', folder.in('missing.json'))).code, 5)
  })
})
