import assert from 'node:assert/strict'
import type { OpenStore } from '../../contract.ts'
import { refused, type StoreCase } from '../case.ts'
import { changed, operationOf, orderOf, write } from '../sample-rows.ts'

/** Each method with something to give it. */
const CALLS: Readonly<Record<string, (store: OpenStore) => Promise<unknown>>> = {
  commit: (store) => store.commit([write('operation', operationOf(77))]),
  findOperations: (store) => store.findOperations({ id: 'op-1' }),
  findOrders: (store) => store.findOrders({ id: 'or-1' }),
  answerOf: (store) => store.answerOf('op-1'),
  operations: (store) => store.operations({ limit: 1 }),
  orders: (store) => store.orders({ limit: 1 }),
  exceptions: (store) => store.exceptions({ limit: 1 }),
  events: (store) => store.events({ limit: 1 }),
  day: (store) => store.day('2026-01-01'),
  claim: (store) => store.claim({ now: 0, until: 1, owner: 'worker', limit: 1 }),
  nextDue: (store) => store.nextDue(),
  forget: (store) => store.forget({ before: 0, limit: 1 }),
  verify: (store) => store.verify(),
  backup: (store) => store.backup('nowhere'),
  durability: (store) => store.durability(),
}

export const endingCases: readonly StoreCase[] = [
  {
    title: 'after close every method rejects and none throws',
    async run({ open }) {
      const store = await open()
      await store.close()
      for (const [name, call] of Object.entries(CALLS)) {
        let promise: Promise<unknown>
        try {
          promise = call(store)
        } catch {
          assert.fail(`${name} throws where it must reject`)
        }
        assert.ok(promise instanceof Promise, `${name} gives no promise`)
        await refused(`${name} after close`, promise, 'LEDGER_CLOSED')
      }
      await store.close()
    },
  },
  {
    title: 'close finishes the groups under way and lets go of everything',
    async run({ open }) {
      const store = await open()
      const groups = Array.from({ length: 20 }, (_, index) =>
        store.commit([write('operation', operationOf(index + 1))]),
      )
      const [first, second] = [store.close(), store.close()]
      const outcomes = await Promise.allSettled(groups)
      await Promise.all([first, second])
      assert.ok(
        outcomes.every(({ status }) => status === 'fulfilled'),
        'a group that was under way was refused',
      )
      const again = await open()
      if (!again.supports.persistent) return
      assert.equal((await again.operations({ limit: 100 })).rows.length, 20, 'a group that was under way is gone')
      assert.deepEqual((await again.verify()).damage, [])
    },
  },
  {
    title: 'no error names anything of a row',
    async run({ open }) {
      const store = await open()
      const secret = '110101199003077758'
      const operation = operationOf(1, { key: secret, holds: [secret], till: secret })
      const order = orderOf(1, { payOrdId: secret })
      await store.commit([write('operation', operation), write('order', order)])
      const wrong = [
        write('operation', operationOf(2, { key: secret })),
        write('operation', operationOf(3, { holds: [secret] })),
        write('order', orderOf(4, { payOrdId: secret })),
        write('order', orderOf(5, { medOrgOrd: secret, held: { total: -1n, fund: 0n, account: 0n, cash: 0n } })),
        write('operation', changed(operationOf(6, { key: secret }), {}), { answer: secret }),
      ]
      for (const bad of wrong) {
        const error = await refused(
          'a wrong write',
          store.commit([bad]),
          'KEY_TAKEN',
          'ORDER_BUSY',
          'NUMBER_TAKEN',
          'BUCKET_EXCEEDED',
          'STALE',
        )
        const told = `${error.message}\n${error.stack}\n${JSON.stringify(error)}`
        assert.ok(!told.includes(secret), 'an error names a number of a row')
      }
    },
  },
]
