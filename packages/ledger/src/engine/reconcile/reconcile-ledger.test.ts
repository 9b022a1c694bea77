import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import { formatWireTime, yuan } from '@nationec/protocol'
import { openDesk } from '../../fixtures/desk.ts'
import type { ReconciliationRow } from '../../reconciliation/row.ts'
import { bill, cashRefund } from '../../simulation/bill.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>

const PAID: ReadonlySet<string> = new Set(['6', '7', '8', '9', '10', '11'])

/** The list of the centre, as the simulated one has it. */
function listOf({ simulator }: Desk): ReconciliationRow[] {
  return [
    ...simulator.orders().map(({ payOrdId, medOrgOrd, total, paid, ordStas }): ReconciliationRow => {
      const status = PAID.has(ordStas) ? 'done' : 'open'
      return { kind: 'payment', payOrdId, medOrgOrd, status, total, ...(status === 'done' && paid) }
    }),
    ...simulator.refunds().map(
      ({ payOrdId, total, parts, appRefdSn, refdSn }): ReconciliationRow => ({
        ...{ kind: 'refund', status: 'done', payOrdId, appRefdSn, refdSn, total },
        ...parts,
      }),
    ),
  ]
}

const dayOf = (desk: Desk): string => formatWireTime(desk.time.clock(), 'yyyy-MM-dd')

describe('ledger.reconcile', () => {
  it('finds nothing where the centre has the same, and closes the day with what was compared', async () => {
    const desk = await openDesk()
    const { payOrdId } = await desk.paid('B1')
    await desk.paid('B2')
    await desk.ledger.refund(cashRefund(payOrdId, 'R1', '10.00'), { key: 'r1' })
    await desk.ledger.uploadFees(bill('B3'), { key: 'k3' })
    const report = await desk.ledger.reconcile({ day: dayOf(desk), centre: listOf(desk) })
    assert.deepEqual(report.differences, [])
    assert.equal(report.sums.ledger.refund.total, '10.00')
    const day = await desk.ledger.closeDay(report.day, { by: 'u007', facts: report.facts })
    assert.equal(day.facts['centre.payment.count'], 2)
    assert.equal(day.facts['centre.digest'], report.facts['centre.digest'])
    assert.deepEqual((await desk.ledger.store.verify()).damage, [])
  })

  it('leaves what differs to a person, and the day open until it is settled', async () => {
    const desk = await openDesk()
    await desk.paid('B1')
    const centre = listOf(desk).map((row) => ({ ...row, total: yuan('1.00') }))
    const { day, differences, facts } = await desk.ledger.reconcile({ day: dayOf(desk), centre })
    const [difference] = differences
    assert.equal(difference?.class, 'amount')
    await assert.rejects(desk.ledger.closeDay(day, { by: 'u007', facts }), (error) =>
      isNationEcError(error, 'DAY_OPEN'),
    )
    await desk.ledger.decide(difference?.exception ?? '', { outcome: 'seen', by: 'u007', because: 'corrected' })
    const again = await desk.ledger.reconcile({ day, centre })
    assert.deepEqual(
      again.differences.map(({ open }) => open),
      [false],
    )
    assert.equal((await desk.ledger.closeDay(day, { by: 'u007', facts: again.facts })).by, 'u007')
  })

  it('lets a person settle an unknown outcome by the exception of its difference', async () => {
    const desk = await openDesk()
    desk.simulator.faults.next('lost-answer', 'uploadFees')
    const upload = await desk.giveUp(desk.ledger.uploadFees(bill('B1'), { key: 'k1' }))
    assert.equal(upload.state, 'unknown')
    const centre = listOf(desk)
    const { day, differences } = await desk.ledger.reconcile({ day: dayOf(desk), centre })
    assert.deepEqual(
      differences.map((one) => [one.class, one.ledger?.operation]),
      [['state', upload.id]],
    )
    const exception = differences[0]?.exception ?? ''
    await desk.ledger.decide(exception, {
      outcome: 'done',
      by: 'u007',
      because: 'listed',
      payOrdId: centre[0]?.payOrdId,
    })
    const decided = await desk.ledger.operation({ id: upload.id })
    assert.ok(decided?.state === 'closed' && decided.outcome === 'done')
    assert.deepEqual((await desk.ledger.reconcile({ day, centre })).differences, [])
  })
})
