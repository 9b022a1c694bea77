// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runStoreCase, storeCases, testStore } from '@nationec/ledger/store-kit'
import { badStores } from './fixtures/bad-stores.ts'
import { paperSubject } from './fixtures/paper-subject.ts'

testStore('a store on paper, of which the bad ones are made', paperSubject)

describe('the kit catches a store that', () => {
  for (const bad of badStores) {
    it(bad.sin, async () => {
      for (const title of bad.caughtBy) {
        const storeCase = storeCases.find((each) => each.title === title)
        assert.ok(storeCase !== undefined, `there is no case "${title}"`)
        await assert.rejects(
          runStoreCase(storeCase, () => paperSubject(bad)),
          `"${title}" lets it pass`,
        )
      }
    })
  }
})

describe('the store kit', () => {
  it('has no case that no bad store breaks', () => {
    const caught = new Set(badStores.flatMap(({ caughtBy }) => caughtBy))
    const idle = storeCases.map(({ title }) => title).filter((title) => !caught.has(title))
    assert.deepEqual(idle, [])
  })

  it('has no two cases of one title', () => {
    assert.equal(new Set(storeCases.map(({ title }) => title)).size, storeCases.length)
  })
})
