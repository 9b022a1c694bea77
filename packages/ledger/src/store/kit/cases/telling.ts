import assert from 'node:assert/strict'
import type { EventQuery } from '../../contract.ts'
import type { EventRow } from '../../rows.ts'
import { everything, idsOf, type StoreCase, same } from '../case.ts'
import { changed, dayOf, exceptionOf, operationOf, orderOf, START, write } from '../sample-rows.ts'

export const tellingCases: readonly StoreCase[] = [
  {
    title: 'every write leaves its event in order',
    async run({ open }) {
      const store = await open()
      const first = operationOf(1, { nextAt: START })
      const second = changed(first, { state: 'unknown' })
      const facts = { text: '应答', number: 1.5, none: null, yes: true }
      await store.commit([
        write('operation', first, { event: { type: 'begun', at: START, facts } }),
        write('order', orderOf(1)),
        write('exception', exceptionOf(1)),
        write('day', dayOf('2026-01-01')),
      ])
      await store.commit([write('operation', second), write('operation', operationOf(2))])
      const owner = { now: START + 9, until: START + 99, owner: 'worker', limit: 9, operation: 'op-1' }
      const [claimed] = await store.claim(owner)
      assert.equal(claimed?.version, 3)
      await store.commit([write('operation', changed(claimed, { state: 'done' }))])
      const of = { table: 'operation', id: 'op-1' } as const
      const told = await everything((query) => store.events({ ...query, of }))
      assert.deepEqual(
        told.map(({ table, id, version, type, at }) => ({ table, id, version, type, at })),
        [
          { ...of, version: 1, type: 'begun', at: START },
          { ...of, version: 2, type: 'operation-2', at: second.changedAt },
          { ...of, version: 4, type: 'operation-4', at: START + 3 },
        ],
        'events of a row, in the order of its versions; a claim leaves none',
      )
      same(told[0]?.facts, facts, 'the facts of an event')
      assert.deepEqual(idsOf(await everything((query) => store.events({ ...query, of }), 1)), ['op-1', 'op-1', 'op-1'])
      for (const [table, id] of [
        ['order', 'or-1'],
        ['exception', 'ex-1'],
        ['day', '2026-01-01'],
      ] as const) {
        assert.equal((await store.events({ of: { table, id }, limit: 9 })).rows.length, 1, `events of ${table}`)
      }
    },
  },
  {
    title: 'events number their lane without gaps and pages of them are in order',
    async run({ open }) {
      const store = await open()
      const groups = Array.from({ length: 25 }, (_, index) => [
        write('operation', operationOf(index + 1), {
          event: { type: 'begun', at: START + ((index * 7) % 25), facts: {} },
        }),
        write('order', orderOf(index + 1, { payOrdId: index % 5 === 4 ? 'P0' : `P${index}` })),
      ])
      await Promise.allSettled(groups.map((group) => store.commit(group)))
      const whole = await everything((query) => store.events(query))
      const stored = (await everything((query) => store.orders(query))).length
      assert.equal(whole.length, 2 * stored, 'two events for each group that was stored')
      for (const lane of new Set(whole.map(({ lane }) => lane))) {
        const numbers = whole.flatMap((event) => (event.lane === lane ? [event.seq] : [])).sort((a, b) => a - b)
        assert.deepEqual(
          numbers,
          numbers.map((_, index) => index + 1),
          `numbers of the lane "${lane}"`,
        )
      }
      same(whole, whole.toSorted(inOrder), 'events of everything are in the order of at, lane, seq')
      const read = (query: EventQuery) => store.events(query)
      for (const limit of [1, 7, 49]) same(await everything(read, limit), whole, `events in pages of ${limit}`)
    },
  },
  {
    title: 'lists give what fits, in order',
    async run({ open }) {
      const store = await open()
      const days = ['2026-01-01', '2026-01-02']
      const states = ['running', 'unknown', 'done', 'refused'] as const
      for (let number = 0; number < 24; number += 1) {
        const at = {
          createdAt: START + (number % 2) * 86_400_000 + Math.floor(number / 3),
          changedAt: START + 99_999_999,
        }
        const till = number % 4 === 0 ? undefined : `till-${number % 4}`
        const day = days[number % 2] as string
        const kind = number % 3 === 0 ? 'refund' : 'upload'
        await store.commit([
          write('operation', operationOf(number, { ...at, till, day, kind, state: states[number % 4] ?? 'free' })),
          write('order', orderOf(number, { ...at, till, day, status: number % 3 === 0 ? 'settled' : 'pending' })),
          write(
            'exception',
            exceptionOf(number, {
              ...at,
              day,
              open: number % 3 === 0,
              operation: `op-${number % 5}`,
              order: `or-${number % 7}`,
            }),
          ),
        ])
      }
      const operations = await everything((query) => store.operations(query))
      const orders = await everything((query) => store.orders(query))
      const exceptions = await everything((query) => store.exceptions(query))
      const newest = (a: Dated, b: Dated): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)
      assert.equal(operations.length + orders.length + exceptions.length, 72)
      assert.deepEqual(idsOf(operations), idsOf(operations.toSorted(newest)), 'operations, newest first')
      assert.deepEqual(idsOf(orders), idsOf(orders.toSorted(newest)), 'orders, newest first')
      assert.deepEqual(idsOf(exceptions), idsOf(exceptions.toSorted(newest).toReversed()), 'exceptions, oldest first')
      const filters = [
        { day: days[0] },
        { state: 'unknown' },
        { kind: 'refund' },
        { till: 'till-1' },
        { day: days[1], state: 'refused', kind: 'upload', till: 'till-3' },
      ] as const
      for (const filter of filters) {
        const expected = operations.filter((row) => fits(row, filter))
        assert.deepEqual(
          idsOf(await everything((query) => store.operations({ ...query, ...filter }), 4)),
          idsOf(expected),
        )
      }
      for (const filter of [
        { day: days[0] },
        { status: 'settled' },
        { till: 'till-2' },
        { day: days[1], status: 'pending', till: 'till-1' },
      ] as const) {
        const expected = orders.filter((row) => fits(row, filter))
        assert.deepEqual(idsOf(await everything((query) => store.orders({ ...query, ...filter }), 4)), idsOf(expected))
      }
      for (const filter of [
        { open: true },
        { open: false, day: days[0] },
        { operation: 'op-1' },
        { order: 'or-2' },
        { id: 'ex-3' },
      ] as const) {
        const expected = exceptions.filter((row) => fits(row, filter))
        assert.deepEqual(
          idsOf(await everything((query) => store.exceptions({ ...query, ...filter }), 4)),
          idsOf(expected),
        )
      }
    },
  },
  {
    title: 'pages neither repeat nor miss a row when others come',
    async run({ open }) {
      const store = await open()
      const put = (number: number): Promise<void> =>
        store.commit([
          write('operation', operationOf(number)),
          write('order', orderOf(number)),
          write('exception', exceptionOf(number)),
        ])
      for (let number = 10; number < 30; number += 1) await put(number)
      let fresh = 100
      const found = await everything(async (query) => {
        fresh += 1
        await put(fresh)
        return store.operations(query)
      }, 3)
      const older = idsOf(found).filter((id) => Number(id.slice(3)) < 100)
      assert.deepEqual(
        older,
        Array.from({ length: 20 }, (_, index) => `op-${29 - index}`),
      )
      assert.equal(new Set(idsOf(found)).size, found.length, 'a row was given twice')
      const oldest = await everything(async (query) => {
        fresh += 1
        if (fresh < 120) await put(fresh)
        return store.exceptions(query)
      }, 3)
      assert.deepEqual(idsOf(oldest), idsOf(await everything((query) => store.exceptions(query))))
    },
  },
  {
    title: 'what is given is a copy',
    async run({ open }) {
      const store = await open()
      const row = { ...operationOf(1), holds: ['bill:M1'] }
      const facts = { count: 1 }
      await store.commit([write('operation', row, { event: { type: 'begun', at: START, facts } })])
      row.state = 'done'
      row.holds.push('bill:M2')
      facts.count = 2
      const [given] = await store.findOperations({ id: 'op-1' })
      same(given, operationOf(1), 'a row that its writer changed afterwards')
      try {
        Object.assign(given ?? {}, { state: 'refused' })
      } catch {} // frozen is as good
      same(await store.findOperations({ id: 'op-1' }), [operationOf(1)], 'a row that its reader changed')
      same((await store.events({ limit: 1 })).rows[0]?.facts, { count: 1 }, 'facts that their writer changed')
    },
  },
]

interface Dated {
  readonly id: string
  readonly createdAt: number
}

function fits(row: object, filter: object): boolean {
  return Object.entries(filter).every(([name, value]) => (row as Record<string, unknown>)[name] === value)
}

function inOrder(a: EventRow, b: EventRow): number {
  return a.at - b.at || (a.lane < b.lane ? -1 : a.lane > b.lane ? 1 : a.seq - b.seq)
}
