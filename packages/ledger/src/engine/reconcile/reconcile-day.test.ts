import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import { fenOf, type Yuan, yuan } from '@nationec/protocol'
import fc from 'fast-check'
import { DAY, orders, rowsOf, type TrueOrder } from '../../reconciliation/fixtures/days.ts'
import type { DayFile, ReconciliationRow } from '../../reconciliation/row.ts'
import type { OpenStore, Write } from '../../store/contract.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'
import type { ExceptionRow, OperationRow, OrderRow, Sums } from '../../store/rows.ts'
import { type Reconciliation, reconcileDay } from './reconcile-day.ts'

const NOON = Date.parse(`${DAY}T04:00:00Z`)
const NOTHING: Sums = { total: 0n, fund: 0n, account: 0n, cash: 0n }

interface Bench {
  readonly store: OpenStore
  reconcile(lists: Partial<DayFile>): Promise<Reconciliation>
  exceptions(open?: boolean): Promise<readonly ExceptionRow[]>
  put(write: Write): Promise<void>
}

async function bench(): Promise<Bench> {
  let now = NOON
  const clock = (): number => {
    now += 1_000
    return now
  }
  const store = await memoryStore().open({ clock, instance: 'test' })
  return {
    store,
    reconcile: (lists) => reconcileDay({ store, clock }, { day: DAY, centre: [], ...lists }),
    exceptions: async (open) => (await store.exceptions({ open, limit: 1_000 })).rows,
    put: (write) => store.commit([write]),
  }
}

function order(id: string, parts: Partial<OrderRow>): Write {
  const row = { id, version: 1, createdAt: NOON, changedAt: NOON, status: 'settled', day: DAY, held: NOTHING } as const
  const whole: OrderRow = { ...row, excess: false, refunds: 0, ...parts }
  return { table: 'order', row: whole, event: { type: 'order', at: NOON, facts: {} } }
}

function operation(id: string, parts: Partial<OperationRow>): Write {
  const row = {
    id,
    version: 1,
    createdAt: NOON,
    changedAt: NOON,
    scope: '',
    key: id,
    kind: 'upload',
    digest: id,
  } as const
  const whole: OperationRow = { ...row, state: 'done', day: DAY, holds: [], asked: 0, ...parts }
  return { table: 'operation', row: whole, event: { type: 'operation', at: NOON, facts: {} } }
}

function sums({ total, fund, account, cash }: { [Name in keyof Sums]: Yuan }): Sums {
  return { total: fenOf(total), fund: fenOf(fund), account: fenOf(account), cash: fenOf(cash) }
}

/** The rows of a true order as the engine would have left them. */
function writesOf({ status, paid, refunds }: TrueOrder, place: number): Write[] {
  const [id, numbers] = [`o${place}`, { medOrgOrd: `M${place}`, payOrdId: `P${place}` }]
  const state = { done: 'settled', open: 'pending', 'not-done': 'revoked' } as const
  return [
    order(id, {
      ...numbers,
      status: state[status],
      total: fenOf(paid.total),
      ...(status === 'done' && { paid: sums(paid) }),
    }),
    ...(status === 'done' ? refunds : []).map((refund, turn) =>
      operation(`${id}-${turn}`, {
        ...{ ...numbers, order: id, kind: 'refund', appRefdSn: `M${place}-R${turn}`, refdSn: `P${place}-R${turn}` },
        ...{ amount: fenOf(refund.total), reserved: sums(refund) },
      }),
    ),
  ]
}

const amounts = { total: yuan('100'), fund: yuan('60'), account: yuan('30'), cash: yuan('10') }
const listed: ReconciliationRow = { kind: 'payment', status: 'done', medOrgOrd: 'M1', payOrdId: 'P1', ...amounts }
const paid = order('o1', { medOrgOrd: 'M1', payOrdId: 'P1', total: 10_000n, paid: sums(amounts) })

describe('reconcileDay', () => {
  it('finds nothing in any day that the lists tell as the ledger does', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (truth) => {
        const { store, reconcile, exceptions } = await bench()
        const writes = truth.flatMap(writesOf)
        if (writes.length > 0) await store.commit(writes)
        const centre = truth.flatMap((one, place) => rowsOf(one, place).map(({ list }) => list))
        const report = await reconcile({ centre, institution: centre })
        assert.deepEqual(report.differences, [])
        assert.deepEqual(report.sums.ledger, report.sums.centre)
        assert.deepEqual(await exceptions(), [])
      }),
    )
  })

  it('makes each difference an exception of the day, with both sides and its event, once', async () => {
    const { store, put, reconcile, exceptions } = await bench()
    await put(paid)
    const other = { ...listed, payOrdId: 'P2', medOrgOrd: 'M2' }
    const centre = [{ ...listed, total: yuan('99') }, other, { ...other, line: 9 }]
    const first = await reconcile({ centre })
    assert.deepEqual(
      first.differences.map((one) => [one.class, one.open]),
      [
        ['amount', true],
        ['missing-here', true],
        ['double', true],
      ],
    )
    const rows = await exceptions()
    assert.equal(rows.length, 3)
    const row = rows.find(({ facts }) => facts['class'] === 'amount')
    assert.deepEqual([row?.kind, row?.day, row?.order, row?.open], ['reconciliation', DAY, 'o1', true])
    assert.deepEqual([row?.facts['ledger.total'], row?.facts['list.total']], ['100.00', '99.00'])
    const again = await reconcile({ centre: centre.toReversed() })
    assert.deepEqual(
      again.differences.map(({ exception }) => exception).sort(),
      first.differences.map(({ exception }) => exception).sort(),
    )
    assert.deepEqual(await exceptions(), rows)
    const { rows: events } = await store.events({ of: { table: 'exception', id: row?.id ?? '' }, limit: 10 })
    assert.deepEqual(
      events.map(({ type }) => type),
      ['reconciliation'],
    )
    assert.deepEqual((await store.verify()).damage, [])
  })

  it('leaves the order and its operations as they were', async () => {
    const { store, put, reconcile } = await bench()
    await put(order('o1', { medOrgOrd: 'M1', status: 'unknown', total: 10_000n }))
    await put(operation('u1', { order: 'o1', medOrgOrd: 'M1', state: 'unknown' }))
    const { differences } = await reconcile({ centre: [listed] })
    assert.deepEqual(
      differences.map((one) => [one.class, one.ledger?.operation]),
      [['state', 'u1']],
    )
    const [exception] = (await store.exceptions({ limit: 1 })).rows
    assert.equal(exception?.operation, 'u1')
    assert.equal((await store.findOrders({ id: 'o1' }))[0]?.version, 1)
    assert.equal((await store.findOperations({ id: 'u1' }))[0]?.state, 'unknown')
  })

  it('ends what a corrected list explains, and only of the lists that it was given', async () => {
    const { put, reconcile, exceptions } = await bench()
    await put(paid)
    const wrong = [{ ...listed, total: yuan('99') }]
    await reconcile({ centre: wrong, institution: wrong })
    assert.equal((await exceptions(true)).length, 2)
    const { ended } = await reconcile({ centre: [listed] })
    assert.equal(ended, 1)
    assert.deepEqual(
      (await exceptions(true)).map(({ facts }) => facts['list']),
      ['institution'],
    )
    // The old list once more: the difference is there again.
    await reconcile({ centre: wrong })
    assert.equal((await exceptions(true)).length, 2)
    assert.equal((await exceptions()).length, 2)
  })

  it('does not raise again what a person has settled', async () => {
    const { put, reconcile, exceptions } = await bench()
    await put(paid)
    await reconcile({})
    const [row] = await exceptions(true)
    assert.ok(row)
    const settled = { ...row, open: false, settledBy: 'u007', because: 'x', version: row.version + 1 }
    await put({ table: 'exception', row: settled, event: { type: 'settled', at: NOON, facts: {} } })
    const { differences } = await reconcile({})
    assert.deepEqual(
      differences.map(({ open }) => open),
      [false],
    )
    assert.deepEqual(await exceptions(true), [])
  })

  it('ends what was missing yesterday and is in the list of today', async () => {
    const { put, reconcile, exceptions } = await bench()
    await put(order('o0', { medOrgOrd: 'M1', payOrdId: 'P1', day: '2026-11-28', paid: sums(amounts) }))
    await reconcile({ day: '2026-11-28' })
    assert.deepEqual(
      (await exceptions(true)).map(({ facts, day }) => [facts['class'], day]),
      [['missing-there', '2026-11-28']],
    )
    const { ended, differences } = await reconcile({ centre: [listed] })
    assert.deepEqual([ended, differences], [1, []])
    assert.deepEqual(
      (await exceptions()).map(({ because }) => because),
      ['reconciled'],
    )
  })

  it('finds a refund of today of an order of long ago, by any of its numbers', async () => {
    const refund = { ...listed, kind: 'refund' } as const
    for (const row of [
      refund,
      { ...refund, medOrgOrd: undefined },
      { ...refund, payOrdId: undefined, appRefdSn: 'R1' },
    ]) {
      const { put, reconcile } = await bench()
      await put(order('o1', { medOrgOrd: 'M1', payOrdId: 'P1', day: '2026-01-01', paid: sums(amounts) }))
      await put(
        operation('r1', {
          order: 'o1',
          kind: 'refund',
          payOrdId: 'P1',
          appRefdSn: 'R1',
          amount: 10_000n,
          reserved: sums(amounts),
        }),
      )
      assert.deepEqual((await reconcile({ centre: [row] })).differences, [])
    }
  })

  it('signs what was compared', async () => {
    const { put, reconcile } = await bench()
    await put(paid)
    const { facts } = await reconcile({ centre: [listed] })
    assert.equal(facts['centre.payment.total'], '100.00')
    assert.equal(facts['reconciled.differences'], 0)
    const other = await reconcile({ centre: [{ ...listed, ledgerNo: 'x' }] })
    assert.match(String(facts['centre.digest']), /^[0-9a-f]{64}$/)
    assert.notEqual(other.facts['centre.digest'], facts['centre.digest'])
  })

  it('refuses a day that is none, and rows without a number', async () => {
    const { reconcile } = await bench()
    for (const wrong of [
      { day: '2026-02-30' },
      { day: '20261129' },
      { centre: [{ ...listed, medOrgOrd: undefined, payOrdId: undefined }] },
      { centre: {} as never },
    ]) {
      await assert.rejects(reconcile(wrong), (error) => isNationEcError(error, 'DAY_INVALID'))
    }
  })

  it('compares from two processes at once', async () => {
    const { put, reconcile, exceptions } = await bench()
    await put(paid)
    await Promise.all([reconcile({}), reconcile({}), reconcile({})])
    assert.equal((await exceptions()).length, 1)
  })
})
