import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { sqliteExchanges } from '@nationec/ledger/exchanges'
import { type TemporaryFolder, temporaryFolder } from '../store/fixtures/folder.ts'

const [ONE, TWO] = ['1'.repeat(32), '2'.repeat(32)]
const DAY = 24 * 60 * 60 * 1_000

let place: TemporaryFolder
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(() => place.remove())

describe('sqliteExchanges', () => {
  it('tells what it was told, also after it was opened anew', async () => {
    const memory = await sqliteExchanges({ folder: place.path })
    assert.equal(await memory.begin(ONE), undefined)
    assert.deepEqual(await memory.begin(ONE), { state: 'begun' })
    await memory.end(ONE, { state: 'answered', answer: '应答' })
    await memory.begin(TWO)
    await memory.end(TWO, { state: 'failed', failure: { code: 'TIMEOUT', delivery: 'unknown' } })
    await memory.close()
    const again = await sqliteExchanges({ folder: place.path })
    assert.equal(again.ledger, memory.ledger)
    assert.deepEqual(await again.begin(ONE), { state: 'answered', answer: '应答' })
    assert.deepEqual(await again.rule(TWO), { state: 'failed', failure: { code: 'TIMEOUT', delivery: 'unknown' } })
    await again.close()
  })

  it('lets the first of beginning and ruling decide, and changes no end', async () => {
    const memory = await sqliteExchanges({ folder: place.path })
    assert.deepEqual(await memory.rule(ONE), { state: 'never' })
    assert.deepEqual(await memory.begin(ONE), { state: 'never' })
    await memory.end(ONE, { state: 'answered', answer: 'x' })
    assert.deepEqual(await memory.rule(ONE), { state: 'never' })
    await memory.begin(TWO)
    assert.deepEqual(await memory.rule(TWO), { state: 'begun' })
    await memory.end(TWO, { state: 'never' })
    assert.deepEqual(await memory.begin(TWO), { state: 'never' })
    await memory.close()
  })

  it('has another name when it was lost', async () => {
    const memory = await sqliteExchanges({ folder: place.path })
    await memory.close()
    rmSync(place.path, { recursive: true })
    const other = await sqliteExchanges({ folder: place.path })
    assert.notEqual(other.ledger, memory.ledger)
    assert.match(other.ledger, /^[0-9a-f]{32}$/)
    await other.close()
  })

  it('forgets the texts of old answers and never that they came', async () => {
    const memory = await sqliteExchanges({ folder: place.path, clock: () => 0 })
    await memory.begin(ONE)
    await memory.end(ONE, { state: 'answered', answer: 'old' })
    await memory.close()
    const again = await sqliteExchanges({ folder: place.path, keepDays: 3, clock: () => 4 * DAY })
    assert.deepEqual(await again.rule(ONE), { state: 'answered', answer: undefined })
    await again.close()
  })

  it('holds no answer that can be read', async () => {
    const memory = await sqliteExchanges({ folder: place.path })
    await memory.begin(ONE)
    await memory.end(ONE, { state: 'answered', answer: 'MARKED330102199001011234' })
    await memory.close()
    for (const name of readdirSync(place.path)) {
      assert.equal(readFileSync(join(place.path, name)).includes('MARKED'), false, name)
    }
  })

  it('is held by one process, and is not opened without its key', async () => {
    const memory = await sqliteExchanges({ folder: place.path })
    await assert.rejects(sqliteExchanges({ folder: place.path }), { code: 'LEDGER_LOCKED' })
    await memory.close()
    rmSync(join(place.path, 'exchanges.key'))
    await assert.rejects(sqliteExchanges({ folder: place.path }), { code: 'LEDGER_DAMAGED' })
  })

  it('names an option that is wrong', async () => {
    await assert.rejects(sqliteExchanges({ folder: '' }), { code: 'LEDGER_OPTION_INVALID' })
    await assert.rejects(sqliteExchanges({ folder: place.path, keepDays: 0 }), { code: 'LEDGER_OPTION_INVALID' })
    await assert.rejects(sqliteExchanges({ foldr: place.path } as never), { code: 'LEDGER_OPTION_INVALID' })
  })
})
