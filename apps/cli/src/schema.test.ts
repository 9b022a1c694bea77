// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, readSchema, schemaNames } from './fixtures/published-schema.ts'
import { nationec } from './fixtures/run-nationec.ts'

describe('the published schemas', () => {
  it('have the name under which they are published', () => {
    for (const name of schemaNames) {
      const { $id, $schema, title } = readSchema(name)
      assert.match(String($id), new RegExp(`/apps/cli/schema/${name}\\.json$`))
      assert.match(String($schema), /2020-12/)
      assert.match(String(title), /^nationec --json: /)
    }
  })

  it('describe the demo', async () => {
    documentOf('demo', (await nationec('demo', '--json')).stdout)
  })

  it('refuse what no command prints', () => {
    assert.throws(() => documentOf('failure', '{"exitCode":0,"error":{}}'))
    assert.throws(() => documentOf('verification', '{"valid":true,"more":1}'))
  })

  it('describe the failure of a command line that is wrong, too', async () => {
    for (const args of [['nothing'], ['demo', '--seed', 'x'], ['crypto', 'sign', '--key-format', 'x'], ['keys']]) {
      const { code, stdout, stderr } = await nationec(...args, '--json')
      assert.deepEqual([code, stderr], [2, ''], args.join(' '))
      assert.equal(documentOf('failure', stdout).error.code, 'USAGE')
    }
  })
})
