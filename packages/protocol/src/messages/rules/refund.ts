import { fenOf, type Yuan } from '../../money/yuan.ts'
import { issue, type Report } from './report.ts'
import { isGiven, sumOfFen } from './sums.ts'

interface Refund {
  readonly refdType: string
  readonly totlRefdAmt: Yuan
  readonly cashRefdAmt?: Yuan | undefined
  readonly psnAcctRefdAmt?: Yuan | undefined
  readonly fundRefdAmt?: Yuan | undefined
}

const PARTS = ['cashRefdAmt', 'psnAcctRefdAmt', 'fundRefdAmt'] as const

/** A refund gives something back. (No amount is negative: every money field sees to that.) */
export function refundIsAboveZero(refund: Refund, report: Report): void {
  if (fenOf(refund.totlRefdAmt) > 0n) return
  report(
    issue(
      'totlRefdAmt',
      'value',
      'must be above zero; give the amount that goes back to the patient',
      '须大于零；请填写实际退还的金额',
    ),
  )
}

/**
 * totlRefdAmt = cash + account + funds, a missing part counting as zero.
 *
 * A refund of everything may leave parts out and let the centre find them; then the given ones must not exceed the total.
 */
export function refundPartsMakeTheTotal(refund: Refund, report: Report): void {
  const parts = PARTS.map((part) => refund[part])
  const total = fenOf(refund.totlRefdAmt)
  const sum = sumOfFen(parts)
  const centreFindsTheRest = refund.refdType === 'ALL' && !parts.every(isGiven)
  if (centreFindsTheRest ? sum <= total : sum === total) return
  report(
    issue(
      'totlRefdAmt',
      'sum',
      'must be cashRefdAmt + psnAcctRefdAmt + fundRefdAmt; recompute it with addYuan',
      '须等于 cashRefdAmt + psnAcctRefdAmt + fundRefdAmt；请用 addYuan 重新计算',
    ),
  )
}

/** CASH holds cash only, HI holds no cash. */
export function refundTypeFitsItsParts(refund: Refund, report: Report): void {
  const foreign =
    refund.refdType === 'CASH'
      ? (['psnAcctRefdAmt', 'fundRefdAmt'] as const)
      : refund.refdType === 'HI'
        ? (['cashRefdAmt'] as const)
        : []
  for (const part of foreign) {
    const amount = refund[part]
    if (!isGiven(amount) || fenOf(amount) === 0n) continue
    report(
      issue(
        part,
        'value',
        'does not belong to this refdType: CASH holds cash only, HI holds no cash; change refdType or leave it out',
        '与退款类型不符：CASH 只含现金，HI 不含现金；请更改 refdType 或不上送该项',
      ),
    )
  }
}
