import assert from 'node:assert/strict'
import { isStoreError } from '../../../errors/ledger-error.ts'
import type { Write } from '../../contract.ts'
import type { OperationRow, OrderRow } from '../../rows.ts'
import { everything, idsOf, refused, type StoreCase, same } from '../case.ts'
import { changed, dayOf, exceptionOf, NOTHING, operationOf, orderOf, write } from '../sample-rows.ts'

const PAID = { total: 1_000n, fund: 500n, account: 300n, cash: 200n }

export const committingCases: readonly StoreCase[] = [
  {
    title: 'keeps every row and finds it by each of its numbers',
    async run({ open }) {
      const store = await open()
      const numbers = { medOrgOrd: 'M1', payOrdId: 'P1', appRefdSn: 'A1', refdSn: 'R1', order: 'or-1', alike: 'ef' }
      const operation = operationOf(1, { ...numbers, kind: 'refund', holds: ['bill:M1', 'order:P1'], nextAt: 7 })
      const order = orderOf(1, { payOrdId: 'P1', paid: PAID, total: 1_000n, status: 'settled', ordStas: '6' })
      const exception = exceptionOf(1, { operation: 'op-1' })
      const rows: Write[] = [write('operation', operation), write('order', order), write('exception', exception)]
      await store.commit([...rows, write('day', dayOf('2026-01-01'))])
      await store.commit([write('operation', operationOf(2)), write('order', orderOf(2))])
      const { scope, key } = operation
      const single = Object.entries(numbers).map(([name, value]) => ({ [name]: value }))
      const asked = [{ id: 'op-1' }, { scope, key }, { hold: 'bill:M1' }, { hold: 'order:P1' }, ...single]
      for (const by of asked) {
        same(await store.findOperations(by as { id: string }), [operation], `by ${Object.keys(by)}`)
        const others = Object.fromEntries(Object.keys(by).map((name) => [name, 'nothing']))
        same(await store.findOperations(others as { id: string }), [], `by another ${Object.keys(by)}`)
      }
      for (const by of [{ id: 'or-1' }, { medOrgOrd: 'M1' }, { payOrdId: 'P1' }]) {
        same(await store.findOrders(by as { id: string }), [order], `an order by ${Object.keys(by)}`)
      }
      same((await store.exceptions({ limit: 10 })).rows, [exception], 'the exception')
      same(await store.day('2026-01-01'), dayOf('2026-01-01'), 'the day')
      assert.equal(await store.day('2026-01-02'), undefined)
    },
  },
  {
    title: 'gives rows of one number newest first',
    async run({ open }) {
      const store = await open()
      const shared = { medOrgOrd: 'M9', alike: 'aa', order: 'or-9' }
      for (const number of [2, 3, 1]) {
        await store.commit([
          write('operation', operationOf(number, shared)),
          write('order', orderOf(number, { medOrgOrd: 'M9' })),
        ])
      }
      for (const by of [{ medOrgOrd: 'M9' }, { alike: 'aa' }, { order: 'or-9' }] as const) {
        assert.deepEqual(idsOf(await store.findOperations(by)), ['op-3', 'op-2', 'op-1'])
      }
      assert.deepEqual(idsOf(await store.findOrders({ medOrgOrd: 'M9' })), ['or-3', 'or-2', 'or-1'])
    },
  },
  {
    title: 'amounts are exact beyond what a float can hold',
    async run({ open }) {
      const store = await open()
      const large = 9_007_199_254_740_993n
      const sums = { total: large, fund: 1n, account: 0n, cash: large - 1n }
      const operation = operationOf(1, { amount: large, reserved: sums })
      const order = orderOf(1, { total: large, paid: sums, held: sums })
      await store.commit([write('operation', operation), write('order', order)])
      same(await store.findOperations({ id: 'op-1' }), [operation], 'the operation')
      same(await store.findOrders({ id: 'or-1' }), [order], 'the order')
    },
  },
  {
    title: 'a group is stored whole or not at all',
    async run({ open }) {
      const store = await open()
      await store.commit([write('operation', operationOf(1)), write('order', orderOf(1, { payOrdId: 'P1' }))])
      const wrong: readonly Write[] = [
        write('operation', operationOf(8, { key: 'key-1' })),
        write('operation', operationOf(8, { holds: ['bill:M1'] })),
        write('order', orderOf(8, { payOrdId: 'P1' })),
        write('order', orderOf(8, { held: PAID, paid: NOTHING })),
        write('order', changed(orderOf(8), {})),
      ]
      for (const bad of wrong) {
        const group = [
          write('operation', operationOf(7), { answer: 'an answer' }),
          write('order', changed(orderOf(1, { payOrdId: 'P1' }), { status: 'settled' })),
          write('exception', exceptionOf(7)),
          write('day', dayOf('2026-01-07')),
          bad,
        ]
        await assert.rejects(store.commit(group), 'a group with a write that cannot be must be refused')
        same(await store.findOperations({ id: 'op-7' }), [], 'an operation of a refused group')
        same(await store.answerOf('op-7'), undefined, 'an answer of a refused group')
        same(await store.findOperations({ hold: 'bill:M7' }), [], 'a hold of a refused group')
        same((await store.findOrders({ id: 'or-1' }))[0]?.status, 'unknown', 'an order of a refused group')
        same((await store.exceptions({ limit: 9 })).rows, [], 'an exception of a refused group')
        same(await store.day('2026-01-07'), undefined, 'a day of a refused group')
        assert.equal((await everything((query) => store.events(query))).length, 2, 'events of a refused group')
      }
      await store.commit([write('operation', operationOf(7))])
    },
  },
  {
    title: 'a refused group changes nothing in the others of its turn',
    async run({ open }) {
      const store = await open()
      await store.commit([write('operation', operationOf(0))])
      const groups = Array.from({ length: 40 }, (_, index) => {
        const isWrong = index % 3 === 1
        const second = isWrong ? operationOf(500 + index, { key: 'key-0' }) : operationOf(500 + index)
        return [write('operation', operationOf(100 + index)), write('operation', second)]
      })
      const outcomes = await Promise.allSettled(groups.map((group) => store.commit(group)))
      for (const [index, { status }] of outcomes.entries()) {
        assert.equal(status, index % 3 === 1 ? 'rejected' : 'fulfilled', `group ${index}`)
        const count = (await store.findOperations({ id: `op-${100 + index}` })).length
        assert.equal(count, index % 3 === 1 ? 0 : 1, `rows of group ${index}`)
      }
      assert.deepEqual((await store.verify()).damage, [])
    },
  },
  {
    title: 'of many callers who want the same one gets it',
    async run({ open }) {
      const store = await open()
      await store.commit([write('order', orderOf(999))])
      const wants: readonly (readonly [
        code: 'KEY_TAKEN' | 'ORDER_BUSY' | 'NUMBER_TAKEN' | 'STALE',
        of: (index: number) => Write,
      ])[] = [
        ['KEY_TAKEN', (index) => write('operation', operationOf(100 + index, { key: 'wanted' }))],
        ['ORDER_BUSY', (index) => write('operation', operationOf(200 + index, { holds: ['order:wanted'] }))],
        ['NUMBER_TAKEN', (index) => write('order', orderOf(300 + index, { payOrdId: 'wanted' }))],
        ['STALE', (index) => write('order', changed(orderOf(999), { till: `till-${index}` }))],
      ]
      for (const [code, of] of wants) {
        const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => store.commit([of(index)])))
        const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
        assert.equal(lost.length, 11, `${12 - lost.length} callers got what only one may have (${code})`)
        for (const { reason } of lost) assert.ok(isStoreError(reason, code, 'STALE'), `${code} expected: ${reason}`)
      }
    },
  },
  {
    title: 'a key is of one operation in its scope',
    async run({ open }) {
      const store = await open()
      await store.commit([write('operation', operationOf(1))])
      await refused(
        'a key that is taken',
        store.commit([write('operation', operationOf(2, { key: 'key-1' }))]),
        'KEY_TAKEN',
      )
      await store.commit([write('operation', operationOf(3, { key: 'key-1', scope: 'till-2' }))])
      await store.commit([write('operation', changed(operationOf(1), { state: 'free', holds: [] }))])
      const late = write('operation', operationOf(4, { key: 'key-1' }))
      await refused('the key of a row that is free', store.commit([late]), 'KEY_TAKEN')
    },
  },
  {
    title: 'a hold is of one operation and counts as it is after the group',
    async run({ open }) {
      const store = await open()
      const [first, second] = [operationOf(1), operationOf(2, { holds: ['bill:M1', 'refund:A2'] })]
      await store.commit([write('operation', first)])
      await refused('a hold that is taken', store.commit([write('operation', second)]), 'ORDER_BUSY')
      const ended = changed(first, { state: 'done', outcome: 'done', holds: ['refund:A1'] })
      await store.commit([write('operation', second), write('operation', ended)])
      same(idsOf(await store.findOperations({ hold: 'bill:M1' })), ['op-2'], 'who holds the bill')
      same(idsOf(await store.findOperations({ hold: 'refund:A1' })), ['op-1'], 'who holds the number')
      const twice = [3, 4].map((number) => write('operation', operationOf(number, { holds: ['bill:same'] })))
      await refused('a hold of two rows of one group', store.commit(twice), 'ORDER_BUSY')
      const swapped = [
        write('operation', changed(second, { holds: ['refund:A1'] })),
        write('operation', changed(ended, { holds: ['bill:M1', 'refund:A2'] })),
      ]
      await store.commit(swapped)
      same(idsOf(await store.findOperations({ hold: 'bill:M1' })), ['op-1'], 'who holds the bill after the exchange')
    },
  },
  {
    title: 'an order has its payOrdId alone',
    async run({ open }) {
      const store = await open()
      await store.commit([write('order', orderOf(1, { payOrdId: 'P1' })), write('order', orderOf(2))])
      await refused(
        'a payOrdId of another',
        store.commit([write('order', orderOf(3, { payOrdId: 'P1' }))]),
        'NUMBER_TAKEN',
      )
      const later = write('order', changed(orderOf(2), { payOrdId: 'P1' }))
      await refused('a payOrdId of another, learnt later', store.commit([later]), 'NUMBER_TAKEN')
      const both = [write('order', orderOf(4, { payOrdId: 'P4' })), write('order', orderOf(5, { payOrdId: 'P4' }))]
      await refused('one payOrdId twice in a group', store.commit(both), 'NUMBER_TAKEN')
      // Orders without one, and of one bill, are as many as they like.
      await store.commit([write('order', orderOf(6, { medOrgOrd: 'M1' })), write('order', orderOf(7))])
    },
  },
  {
    title: 'refunds never hold more than was paid in any bucket',
    async run({ open }) {
      const store = await open()
      let order: OrderRow = orderOf(1, { paid: PAID, held: PAID })
      await store.commit([write('order', order)])
      for (const bucket of ['total', 'fund', 'account', 'cash'] as const) {
        const above = changed(order, { held: { ...PAID, [bucket]: PAID[bucket] + 1n } })
        await refused(`more ${bucket} than paid`, store.commit([write('order', above)]), 'BUCKET_EXCEEDED')
        const below = changed(order, { held: { ...NOTHING, [bucket]: -1n } })
        await refused(`less ${bucket} than nothing`, store.commit([write('order', below)]), 'BUCKET_EXCEEDED')
        const fresh = write('order', orderOf(2, { paid: PAID, held: { ...NOTHING, [bucket]: 2_000n } }))
        await refused(`a new order with more ${bucket}`, store.commit([fresh]), 'BUCKET_EXCEEDED')
      }
      order = changed(order, { excess: true, held: { ...PAID, cash: 201n } })
      await store.commit([write('order', order), write('order', orderOf(3, { held: PAID }))])
      const negative = changed(order, { held: { ...PAID, cash: -1n } })
      await refused('less than nothing with excess', store.commit([write('order', negative)]), 'BUCKET_EXCEEDED')
    },
  },
  {
    title: 'a write names the version that is stored',
    async run({ open }) {
      const store = await open()
      const row: OperationRow = operationOf(1)
      const rows = [write('operation', row), write('order', orderOf(1)), write('exception', exceptionOf(1))]
      await store.commit(rows)
      for (const again of rows)
        await refused(`${again.table} inserted twice`, store.commit([again]), 'STALE', 'KEY_TAKEN')
      const second = changed(row, { asked: 1 })
      await store.commit([write('operation', second)])
      await refused('a version that is gone', store.commit([write('operation', second)]), 'STALE')
      const ahead = { ...second, version: 4 }
      await refused('a version ahead', store.commit([write('operation', ahead)]), 'STALE')
      const nothing = changed(orderOf(5), {})
      await refused('a change of no row', store.commit([write('order', nothing)]), 'STALE')
      same(await store.findOperations({ id: 'op-1' }), [second], 'the row after refused writes')
    },
  },
]
