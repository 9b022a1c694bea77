// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import { memoryStore, type Store, storeError } from '@nationec/ledger'
import { exitCodeOf } from '../errors/exit-codes.ts'
import { NO_TERMINAL } from './open-books.ts'
import { openWhenFree, withoutSqlite } from './open-when-free.ts'

/** A store that another process has for the first openings. */
function takenAtFirst(times: number): Store {
  const store = memoryStore()
  let left = times
  return {
    name: store.name,
    async open(options) {
      left -= 1
      if (left >= 0) throw storeError('LEDGER_LOCKED')
      return store.open(options)
    },
  }
}

describe('opening the ledger of a command', () => {
  it('waits for the command before it, and not for ever', async () => {
    const ledger = await openWhenFree(takenAtFirst(2), NO_TERMINAL, 200)
    await ledger.close()
    await assert.rejects(openWhenFree(takenAtFirst(1_000), NO_TERMINAL, 100), (error) => {
      assert.equal(exitCodeOf(error), 5)
      return isNationEcError(error, 'LEDGER_LOCKED')
    })
  })

  it('says what to do where the runtime has no SQLite', () => {
    const cause = Object.assign(new Error('No such built-in module: node:sqlite'), {
      code: 'ERR_UNKNOWN_BUILTIN_MODULE',
    })
    const told = withoutSqlite(storeError('LEDGER_UNREACHABLE', { cause }))
    assert.ok(isNationEcError(told, 'LEDGER_NEEDS_SQLITE'))
    assert.match(told.message, /22\.13.*--no-ledger.*22\.13/s)
    const other = storeError('LEDGER_UNREACHABLE', { cause: new Error('EACCES') })
    assert.equal(withoutSqlite(other), other)
  })
})
