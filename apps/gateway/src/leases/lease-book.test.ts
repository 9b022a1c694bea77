// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type PostgresServer, startPostgres } from '../../../../packages/ledger/src/store/fixtures/postgres-server.ts'
import { openLeaseBook } from './lease-book.ts'

let server: PostgresServer
before(async () => {
  server = await startPostgres()
})
after(() => server.stop())

const claimOf = (till: string, agent: string, ends = false) => ({ till, agent, ledger: 'l', ends })

it('gives a till to one agent at a time, and each new one the next epoch', async () => {
  const pool = server.pool()
  const [book, other] = await Promise.all([openLeaseBook(pool, 'one'), openLeaseBook(pool, 'one')])
  assert.equal(await book.epochOf('T1'), 0)
  assert.equal(await book.claim(claimOf('T1', 'a')), 1)
  assert.equal(await other.claim(claimOf('T1', 'a')), 1)
  assert.equal(await other.claim(claimOf('T1', 'b')), 'held')
  assert.equal(await book.claim(claimOf('T1', 'b', true)), 'held')
  await book.claim(claimOf('T1', 'a', true))
  assert.deepEqual(await book.all(), [{ till: 'T1', epoch: 1, live: false }])
  assert.equal(await other.claim(claimOf('T1', 'b')), 2)
  assert.equal(await book.claim(claimOf('T1', 'a')), 'held')
  assert.equal(await book.epochOf('T1'), 2)
  await pool.end()
})

it('takes a till from an agent that has not asked for as long as a lease lasts, by the clock of the database', async () => {
  const pool = server.pool()
  const book = await openLeaseBook(pool, 'two', 1)
  await book.claim(claimOf('T1', 'a'))
  let claimed = await book.claim(claimOf('T1', 'b'))
  while (claimed === 'held') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    claimed = await book.claim(claimOf('T1', 'b'))
  }
  assert.equal(claimed, 2)
  await pool.end()
})

it('lets one of many that come at the same moment have it', async () => {
  const pool = server.pool()
  const book = await openLeaseBook(pool, 'three')
  const agents = Array.from({ length: 20 }, (_, index) => `agent ${index}`)
  const claims = await Promise.all(agents.map((agent) => book.claim(claimOf('T1', agent))))
  assert.deepEqual(claims.filter((claim) => claim !== 'held').length, 1)
  await pool.end()
})
