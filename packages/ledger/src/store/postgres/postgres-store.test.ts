// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isStoreError, type StoreErrorCode } from '@nationec/ledger'
import { type PostgresPool, postgresStore } from '@nationec/ledger/postgres'
import { testStore } from '@nationec/ledger/store-kit'
import type pg from 'pg'
import { type PostgresServer, startPostgres } from '../fixtures/postgres-server.ts'
import { postgresSubject } from '../fixtures/postgres-subject.ts'
import { changed, operationOf, orderOf, write } from '../kit/sample-rows.ts'

let server: PostgresServer
before(async () => {
  server = await startPostgres()
})
after(() => server.stop())

testStore('postgres', () => postgresSubject(server))
testStore('postgres whose statements leave together', () => postgresSubject(server, true))

const key = new Uint8Array(32).fill(3)
const options = { clock: () => 1, instance: 'test' }

async function refused(promise: Promise<unknown>, code: StoreErrorCode, detail: RegExp): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(isStoreError(error, code), `${code} expected, not ${error}`)
    assert.match(error.message, detail)
    return true
  })
}

async function withPool(work: (pool: pg.Pool) => Promise<void>, settings?: pg.PoolConfig): Promise<void> {
  const pool = server.pool(settings)
  try {
    await work(pool)
  } finally {
    await pool.end()
  }
}

/** Ends the connection around the next COMMIT: after it was done, or before it arrives. */
function losing(pool: pg.Pool, next: { commit: 'done' | 'lost' | undefined }): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect()
      return {
        release: (destroy) => client.release(destroy ?? false),
        async query(query) {
          const how = query.text === 'COMMIT' ? next.commit : undefined
          if (how === undefined) return client.query(query)
          next.commit = undefined
          if (how === 'done') await client.query(query)
          throw new Error('Connection terminated unexpectedly')
        },
      }
    },
  }
}

describe('a PostgreSQL ledger', () => {
  it('says COMMIT_UNKNOWN when the answer of a COMMIT is lost; then it is all there or not at all', () =>
    withPool(async (pool) => {
      const next: Parameters<typeof losing>[1] = { commit: undefined }
      const store = await postgresStore({ pool: losing(pool, next), scope: 'losing', key }).open(options)
      for (const [number, how] of [
        [1, 'done'],
        [2, 'lost'],
        [3, 'done'],
        [4, 'lost'],
      ] as const) {
        next.commit = how
        const group = [write('operation', operationOf(number)), write('order', orderOf(number))]
        await refused(store.commit(group), 'COMMIT_UNKNOWN', /did not say/)
        const stored = how === 'done' ? 1 : 0
        assert.equal((await store.findOperations({ id: `op-${number}` })).length, stored)
        assert.equal((await store.findOrders({ id: `or-${number}` })).length, stored)
        await store.commit([write('operation', operationOf(10 + number))])
      }
      assert.deepEqual((await store.verify()).damage, [])
      await store.close()
    }))

  it('is refused on a server that loses commits', () =>
    withPool(
      async (pool) => {
        await refused(
          postgresStore({ pool, scope: 'unsafe', key }).open(options),
          'LEDGER_UNSAFE',
          /synchronous_commit = off/,
        )
      },
      { options: '-c synchronous_commit=off' },
    ))

  it('is refused read-only, with another key, or written by a newer version', () =>
    withPool(async (pool) => {
      const open = (given = key) => postgresStore({ pool, scope: 'refused', key: given }).open(options)
      await (await open()).close()
      await refused(open(new Uint8Array(32)), 'LEDGER_DAMAGED', /another ledger/)
      await withPool(
        async (readOnly) => {
          const store = await postgresStore({ pool: readOnly, scope: 'refused', key }).open(options)
          await refused(store.commit([write('operation', operationOf(1))]), 'LEDGER_UNREACHABLE', /read-only/)
        },
        { options: '-c default_transaction_read_only=on' },
      )
      await pool.query("UPDATE refused.meta SET value = '99' WHERE name = 'version'")
      await refused(open(), 'LEDGER_NEWER', /newer version/)
    }))

  it('is made once by many processes that open it at the same time', () =>
    withPool(async (pool) => {
      const stores = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          postgresStore({ pool, scope: 'together', key }).open({ ...options, instance: `process-${index}` }),
        ),
      )
      await Promise.all(stores.map((store, index) => store.commit([write('operation', operationOf(index))])))
      assert.deepEqual((await stores[0]?.verify())?.damage, [])
      assert.equal((await stores[1]?.verify())?.events, 8)
    }))

  it('does not wait for ever when two processes write the same rows in another order', () =>
    withPool(async (pool) => {
      const [left, right] = await Promise.all(
        ['a', 'b'].map((instance) => postgresStore({ pool, scope: 'crossed', key }).open({ ...options, instance })),
      )
      let [first, second] = [operationOf(1), operationOf(2)]
      await left?.commit([write('operation', first), write('operation', second)])
      for (let round = 0; round < 4; round += 1) {
        first = changed(first, {})
        second = changed(second, {})
        const group = [write('operation', first), write('operation', second)]
        const outcomes = await Promise.allSettled([left?.commit(group), right?.commit(group.toReversed())])
        const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
        assert.equal(lost.length, 1)
        assert.ok(lost.every(({ reason }) => isStoreError(reason, 'STALE')))
      }
    }))

  it('cannot be reached when no server is there', async () => {
    const none: PostgresPool = {
      connect: async () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
    }
    await refused(postgresStore({ pool: none, scope: 'none', key }).open(options), 'LEDGER_UNREACHABLE', /server/)
    await refused(
      postgresStore({ pool: none, scope: 'No; DROP', key }).open(options),
      'LEDGER_UNREACHABLE',
      /lower-case/,
    )
  })
})
