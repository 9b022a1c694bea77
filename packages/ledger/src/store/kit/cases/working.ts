import assert from 'node:assert/strict'
import type { OpenStore } from '../../contract.ts'
import { everything, idsOf, refused, type StoreCase, same } from '../case.ts'
import { changed, operationOf, START, write } from '../sample-rows.ts'

const NOW = START + 1_000
const CLAIM = { now: NOW, until: NOW + 60_000, owner: 'worker-1', limit: 100 }

export const workingCases: readonly StoreCase[] = [
  {
    title: 'claims what is due, the longest due first',
    async run({ open }) {
      const store = await open()
      await begin(store)
      assert.equal(await store.nextDue(), NOW - 30)
      assert.deepEqual(idsOf(await store.claim({ ...CLAIM, limit: 2 })), ['op-2', 'op-1'])
      const [third, ...more] = await store.claim(CLAIM)
      assert.deepEqual(more, [], 'what is claimed, not due or not open is not claimed')
      const expected = { ...operationOf(3, { state: 'unknown', nextAt: CLAIM.until, owner: 'worker-1' }), version: 2 }
      same(third, expected, 'the row as the claim leaves it')
      same(await store.findOperations({ id: 'op-3' }), [expected], 'the stored row')
      assert.equal(await store.nextDue(), NOW + 1)
      assert.deepEqual(idsOf(await store.claim({ ...CLAIM, now: NOW + 1 })), ['op-4'])
      const again = await store.claim({ ...CLAIM, now: CLAIM.until, until: CLAIM.until + 9, owner: 'worker-2' })
      assert.deepEqual(idsOf(again).sort(), ['op-1', 'op-2', 'op-3', 'op-4'], 'a claim ends at its time')
      assert.ok(again.every(({ owner, version }) => owner === 'worker-2' && version === 3))
      assert.deepEqual((await store.verify()).damage, [], 'a claim is no damage')
    },
  },
  {
    title: 'claims the one that is named, due or not, if it is open',
    async run({ open }) {
      const store = await open()
      await begin(store)
      assert.deepEqual(idsOf(await store.claim({ ...CLAIM, operation: 'op-4' })), ['op-4'])
      assert.deepEqual(idsOf(await store.claim({ ...CLAIM, operation: 'op-6' })), ['op-6'], 'one without a time')
      assert.deepEqual(await store.claim({ ...CLAIM, operation: 'op-5' }), [], 'one that is done')
      assert.deepEqual(await store.claim({ ...CLAIM, operation: 'op-99' }), [], 'one that does not exist')
    },
  },
  {
    title: 'no row is claimed twice',
    async run({ open }) {
      const store = await open()
      const stores = store.supports.exclusive ? [store] : [store, await open(), await open()]
      for (let number = 1; number <= 60; number += 1) {
        await store.commit([write('operation', operationOf(number, { state: 'unknown', nextAt: NOW }))])
      }
      const claims = Array.from({ length: 24 }, (_, index) =>
        (stores[index % stores.length] as OpenStore).claim({ ...CLAIM, owner: `worker-${index}`, limit: 4 }),
      )
      const claimed = (await Promise.all(claims)).flat()
      assert.equal(new Set(idsOf(claimed)).size, claimed.length, 'two workers have one row')
      const rest = await store.claim(CLAIM)
      assert.deepEqual(
        idsOf([...claimed, ...rest]).sort(),
        idsOf(await everything((query) => store.operations(query))).sort(),
      )
      const one = await Promise.all(
        stores.flatMap((each) =>
          [1, 2].map(() => each.claim({ ...CLAIM, now: CLAIM.until, until: CLAIM.until + 60_000, limit: 1 })),
        ),
      )
      const ids = idsOf(one.flat())
      assert.equal(new Set(ids).size, ids.length, 'two workers have one row')
    },
  },
  {
    title: 'a claim is a fence against slower writers',
    async run({ open }) {
      const store = await open()
      const row = operationOf(1, { nextAt: NOW })
      await store.commit([write('operation', row)])
      const [claimed] = await store.claim(CLAIM)
      assert.ok(claimed !== undefined)
      await refused(
        'a write with the version before the claim',
        store.commit([write('operation', changed(row, {}))]),
        'STALE',
      )
      await store.commit([write('operation', changed(claimed, { state: 'done', nextAt: undefined, owner: undefined }))])
      const [done] = await store.findOperations({ id: 'op-1' })
      same([done?.nextAt, done?.owner, done?.version], [undefined, undefined, 3], 'what is absent after the write')
      assert.equal(await store.nextDue(), undefined)
      assert.deepEqual((await store.verify()).damage, [])
    },
  },
]

/** 1 to 3 are due, 4 soon, 5 is done, 6 has no time. */
async function begin(store: OpenStore): Promise<void> {
  const changes = [
    { nextAt: NOW - 20 },
    { nextAt: NOW - 30 },
    { nextAt: NOW, state: 'unknown' as const },
    { nextAt: NOW + 1 },
    { nextAt: NOW - 50, state: 'done' as const },
    { state: 'unknown' as const },
  ]
  for (const [index, change] of changes.entries()) {
    await store.commit([write('operation', operationOf(index + 1, change))])
  }
}
