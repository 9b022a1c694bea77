import assert from 'node:assert/strict'
import { isStoreError } from '../../../errors/ledger-error.ts'
import type { Damage, OpenStore } from '../../contract.ts'
import type { StoreCase } from '../case.ts'
import { changed, exceptionOf, operationOf, orderOf, write } from '../sample-rows.ts'
import type { DamageKind } from '../subject.ts'

export const verifyingCases: readonly StoreCase[] = [
  {
    title: 'finds nothing wrong with a whole ledger',
    async run({ open }) {
      const store = await open()
      assert.deepEqual(await store.verify(), { events: 0, rows: 0, damage: [] })
      await fill(store)
      assert.deepEqual(await store.verify(), { events: 22, rows: 21, damage: [] })
      const [verification] = await Promise.all([
        store.verify(),
        ...[40, 41, 42].map((number) => store.commit([write('operation', operationOf(number))])),
      ])
      assert.deepEqual(verification.damage, [], 'commits that come meanwhile are no damage')
    },
  },
  ...(
    [
      ['row-changed', ['row-changed']],
      ['row-removed', ['row-missing']],
      ['event-changed', ['event-changed']],
      ['event-removed', ['event-missing', 'event-changed']],
      ['events-swapped', ['event-changed', 'event-order']],
    ] as readonly (readonly [DamageKind, readonly Damage['what'][]])[]
  ).map(
    ([kind, whats]): StoreCase => ({
      title: `tells damage: ${kind}`,
      needs: ['damage'],
      async run(context) {
        const store = await context.open()
        await fill(store)
        await store.close()
        await context.subject.damage(kind, { id: 'op-5' })
        try {
          const again = await context.open()
          const { damage } = await again.verify()
          assert.ok(damage.length > 0, `${kind} is not told`)
          assert.ok(
            damage.some(({ what }) => whats.includes(what)),
            `${kind} is told as ${damage.map(({ what }) => what)}`,
          )
          assert.ok(damage.length <= 3, `${kind} is told as ${damage.length} damages`)
        } catch (error) {
          // It may as well refuse to open.
          if (!isStoreError(error, 'LEDGER_DAMAGED')) throw error
        }
      },
    }),
  ),
]

/** Ten operations, of which the fifth has two events, ten orders and an exception. */
async function fill(store: OpenStore): Promise<void> {
  for (let number = 1; number <= 10; number += 1) {
    await store.commit([write('operation', operationOf(number), { answer: 'a' }), write('order', orderOf(number))])
    if (number === 5) await store.commit([write('operation', changed(operationOf(5), { state: 'done', holds: [] }))])
  }
  await store.commit([write('exception', exceptionOf(1))])
}
