// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addYuan, subtractYuan, yuan } from '@nationec/protocol'
import fc from 'fast-check'
import { DAY, orders, rowsOf, type TrueOrder } from '../fixtures/days.ts'
import type { ReconciliationRow } from '../row.ts'
import { compareDay } from './compare-day.ts'
import type { DifferenceClass, LedgerRow, ListName } from './difference.ts'

/** What is planted in the payment of an order: at most one thing for each list. */
type Planted = DifferenceClass | 'none'

const planted: fc.Arbitrary<Planted> = fc.constantFrom(
  ...(['none', 'none', 'missing-here', 'missing-there', 'amount', 'split', 'state', 'double'] as const),
)

const world = orders.chain((list) =>
  fc.record({
    orders: fc.constant(list),
    plants: fc.array(fc.record({ centre: planted, institution: planted, refund: fc.boolean() }), {
      minLength: list.length,
      maxLength: list.length,
    }),
    seed: fc.integer(),
  }),
)

interface Lists {
  readonly ledger: LedgerRow[]
  readonly centre: ReconciliationRow[]
  readonly institution: ReconciliationRow[]
  readonly expected: string[]
}

function build(
  truth: readonly TrueOrder[],
  plants: readonly { centre: Planted; institution: Planted; refund: boolean }[],
): Lists {
  const lists: Lists = { ledger: [], centre: [], institution: [], expected: [] }
  truth.forEach((order, place) => {
    const rows = rowsOf(order, place)
    const { centre = 'none', institution = 'none', refund = false } = plants[place] ?? {}
    // One row of the order is wrong; a refund with a number of its own, so that it cannot be taken for its neighbour.
    const target = refund && order.named ? rows.length - 1 : 0
    const isMissingHere = centre === 'missing-here' || institution === 'missing-here'
    rows.forEach(({ ledger, list }, index) => {
      const hits = index === target && ledger.status === 'done'
      if (!(hits && isMissingHere)) lists.ledger.push(ledger)
      for (const name of ['centre', 'institution'] as const) {
        // Where the ledger lacks the row, every list that has it shows that.
        const plant = hits ? (isMissingHere ? 'missing-here' : name === 'centre' ? centre : institution) : 'none'
        lists[name].push(...spoiled(list, plant))
        if (plant !== 'none') lists.expected.push(`${name} ${plant} ${ledger.kind} M${place}`)
      }
    })
  })
  return lists
}

function spoiled(row: ReconciliationRow, plant: Planted): ReconciliationRow[] {
  const { total, fund, account } = row
  const cent = yuan('0.01')
  switch (plant) {
    case 'missing-there':
      return []
    case 'amount':
      return [{ ...row, total: addYuan(total, cent) }]
    case 'split':
      return [{ ...row, fund: addYuan(fund ?? cent, cent), account: subtractYuan(account ?? cent, cent) }]
    case 'state':
      return [{ ...row, status: 'open' }]
    case 'double':
      return [row, { ...row }]
    default:
      return [row]
  }
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed >>> 0
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return { item, key: state }
  })
  return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item)
}

function found(comparison: ReturnType<typeof compareDay>): string[] {
  return comparison.differences.map(({ class: name, list, kind, row, ledger }) => {
    const { medOrgOrd, payOrdId } = { ...ledger, ...row }
    return `${list} ${name} ${kind} ${medOrgOrd ?? payOrdId?.replace('P', 'M')}`
  })
}

describe('compareDay', () => {
  it('finds what a list of a day before has already', () => {
    const payment = { kind: 'payment', medOrgOrd: 'M1', total: yuan('10.00') } as const
    const refund = { kind: 'refund', medOrgOrd: 'M1', total: yuan('1.00'), status: 'done' } as const
    const own = { day: '2026-11-28', order: 'o1' }
    const ledger = [
      { ...payment, ...own, status: 'done' } as const,
      { ...refund, ...own, operation: 'r1', refdSn: 'R1' } as const,
      { ...refund, ...own, operation: 'r2', day: DAY } as const,
    ]
    const today = [{ ...payment, status: 'done' }, { ...refund, refdSn: 'R1' }, { ...refund }] as const
    const doubles = (...earlier: readonly ReconciliationRow[]): string[] =>
      found(compareDay({ day: DAY, centre: today, earlier }, ledger))
    assert.deepEqual(doubles(), [])
    assert.deepEqual(doubles({ ...payment, status: 'open' }, { ...refund }), [], 'it was open, and a refund is another')
    assert.deepEqual(doubles({ ...payment, status: 'done' }), ['centre double payment M1'])
    assert.deepEqual(doubles({ ...refund, refdSn: 'R1' }), ['centre double refund M1'])
  })

  it('finds all that was planted in any day, and invents nothing', () => {
    let count = 0
    fc.assert(
      fc.property(world, ({ orders: truth, plants, seed }) => {
        const { ledger, centre, institution, expected } = build(truth, plants)
        const file = { day: DAY, centre: shuffled(centre, seed), institution: shuffled(institution, seed + 1) }
        assert.deepEqual(found(compareDay(file, shuffled(ledger, seed + 2))).sort(), expected.sort())
        count += expected.length
      }),
      { numRuns: 500 },
    )
    assert.ok(count > 500, `${count} differences were planted`)
  })

  it('says what the other list has', () => {
    fc.assert(
      fc.property(orders, (truth) => {
        const done = truth.map((order) => ({ ...order, status: 'done', refunds: [] }) as const)
        const plants = done.map(() => ({ centre: 'amount', institution: 'none', refund: false }) as const)
        const { ledger, centre, institution } = build(done, plants)
        const { differences } = compareDay({ day: DAY, centre, institution }, ledger)
        assert.equal(differences.length, done.length)
        assert.ok(differences.every(({ other, otherRow }) => other === 'as-ledger' && otherRow !== undefined))
      }),
    )
  })

  const amounts = { total: yuan('100'), fund: yuan('60'), account: yuan('30'), cash: yuan('10') }
  const known: LedgerRow = {
    ...{ kind: 'payment', status: 'done', medOrgOrd: 'M1', payOrdId: 'P1', day: DAY, order: 'o1', ...amounts },
  }
  const listed: ReconciliationRow = { kind: 'payment', status: 'done', medOrgOrd: 'M1', payOrdId: 'P1', ...amounts }
  const classes = (centre: readonly ReconciliationRow[], ledger: readonly LedgerRow[]): DifferenceClass[] =>
    compareDay({ day: DAY, centre }, ledger).differences.map((difference) => difference.class)

  it('takes a bill that was uploaded again after a revoke for what it is', () => {
    const first = { ...known, payOrdId: 'P0', order: 'o0', status: 'not-done' } as const
    assert.deepEqual(classes([listed], [first, known]), [])
    assert.deepEqual(classes([{ ...listed, payOrdId: undefined }], [first, known]), [])
    assert.deepEqual(classes([{ ...listed, payOrdId: 'P0' }], [first, known]), ['state', 'missing-there'])
  })

  it('never pairs rows of which a number differs', () => {
    assert.deepEqual(classes([{ ...listed, medOrgOrd: 'M2' }], [known]), ['missing-here', 'missing-there'])
  })

  it('calls an operation with an unknown outcome a difference, whatever the list says', () => {
    const unknown = { ...known, status: 'unknown', operation: 'x1' } as const
    assert.deepEqual(classes([listed], [unknown]), ['state'])
    assert.deepEqual(classes([], [unknown]), ['state'])
    assert.deepEqual(classes([{ ...listed, status: 'not-done' }], [unknown]), ['state'])
    assert.deepEqual(classes([{ ...listed, total: yuan('99') }], [unknown]), ['state', 'amount'])
  })

  it('looks for nothing where no money moved, and for nothing of another day', () => {
    assert.deepEqual(classes([{ ...listed, status: 'not-done' }], []), [])
    assert.deepEqual(classes([], [{ ...known, status: 'open' }]), [])
    assert.deepEqual(classes([], [{ ...known, day: '2026-11-28' }]), [])
    assert.deepEqual(classes([listed], [{ ...known, day: '2026-11-28' }]), [])
  })

  it('tells two refunds of the same amount from one that is listed twice', () => {
    const refund = { ...listed, kind: 'refund' } as const
    const refunds = ['a', 'b'].map(
      (name): LedgerRow => ({ ...known, kind: 'refund', operation: name, appRefdSn: name }),
    )
    assert.deepEqual(classes([refund, { ...refund }], refunds), [])
    assert.deepEqual(classes([refund, { ...refund }], refunds.slice(1)), ['double'])
    assert.deepEqual(classes([refund], refunds), ['missing-there'])
    assert.deepEqual(classes([refund, { ...refund, total: yuan('1') }], refunds.slice(1)), ['missing-here'])
    assert.deepEqual(classes([refund, { ...refund }], []), ['missing-here', 'double'])
  })

  it('sums up what is done', () => {
    const open = { ...listed, status: 'open' } as const
    const { sums, equal } = compareDay({ day: DAY, centre: [listed, { ...open, payOrdId: 'P2', medOrgOrd: 'M2' }] }, [
      known,
    ])
    assert.deepEqual(sums.centre.payment, { count: 1, ...amounts })
    assert.deepEqual(sums.ledger.payment, sums.centre.payment)
    assert.equal(sums.ledger.refund.total, '0.00')
    assert.equal(equal, 1)
  })

  it('names neither list where there is one only', () => {
    const lists: readonly (ListName | undefined)[] = compareDay({ day: DAY, centre: [] }, [known]).differences.map(
      ({ list, other }) => (other === undefined ? list : undefined),
    )
    assert.deepEqual(lists, ['centre'])
  })
})
