// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec } from '../../fixtures/run-nationec.ts'

describe('nationec checklist', () => {
  it('prints a list for every role, with items that can be named', async () => {
    const { roles } = documentOf('checklist', (await nationec('checklist', '--json')).stdout)
    assert.deepEqual(
      roles.map(({ name }: { name: string }) => name),
      ['developer', 'it', 'cashier', 'bookkeeper'],
    )
    const ids = roles.flatMap(({ items }: { items: { id: string }[] }) => items.map(({ id }) => id))
    assert.equal(new Set(ids).size, ids.length)
    for (const { name, items } of roles) for (const { id } of items) assert.ok(id.startsWith(`${name}.`), id)
  })

  it('prints one list, and refuses a role that there is not', async () => {
    const { stdout } = await nationec('checklist', '--role', 'cashier')
    assert.match(stdout, /^收款员 cashier\n\[ \] /)
    assert.doesNotMatch(stdout, /developer\./)
    assert.equal((await nationec('checklist', '--role', 'nurse')).code, 2)
  })
})
