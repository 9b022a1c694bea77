// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type Attempt, currentAttempt } from '@nationec/ledger'
import { postgresAddresses, postgresStore } from '@nationec/ledger/postgres'
import { openDesk } from '../../fixtures/desk.ts'
import { bill } from '../../simulation/bill.ts'
import { type PostgresServer, startPostgres } from '../fixtures/postgres-server.ts'

let server: PostgresServer
before(async () => {
  server = await startPostgres()
})
after(() => server.stop())

it('takes the address of an attempt only while it is the one that is stored', async () => {
  const pool = server.pool()
  const scope = 'addressed'
  let attempt: Attempt | undefined
  let stored = Promise.resolve()
  const { ledger, time } = await openDesk({
    store: postgresStore({ pool, scope, key: new Uint8Array(32).fill(9) }),
    wire: async (text, on) => {
      attempt = currentAttempt()
      const addresses = await postgresAddresses({ pool, scope })
      if (attempt === undefined) throw new Error('no attempt')
      stored = addresses.put(attempt, { exchange: 'e1', till: 'T1', ledger: 'l1' })
      await stored
      await assert.rejects(
        addresses.put({ ...attempt, owner: 'another' }, { exchange: 'e2', till: 'T1', ledger: 'l1' }),
        {
          code: 'STALE',
        },
      )
      return on(text)
    },
  })
  const { id, state } = await ledger.uploadFees(bill('B1'), { key: 'k' })
  assert.equal(state, 'done')
  const addresses = await postgresAddresses({ pool, scope })
  assert.deepEqual(await addresses.newestOf(id), { exchange: 'e1', till: 'T1', ledger: 'l1' })
  assert.equal(await addresses.newestOf('another'), undefined)
  assert.ok(attempt !== undefined)
  const late = addresses.put(attempt, { exchange: 'e3', till: 'T1', ledger: 'l1' })
  await assert.rejects(late, { code: 'STALE' }, 'the operation is settled: nothing of it may leave any more')
  assert.equal(currentAttempt(), undefined)
  void time
  await ledger.close()
  await pool.end()
})
