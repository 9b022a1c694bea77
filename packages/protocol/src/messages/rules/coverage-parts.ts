import { fenOf, type Yuan } from '../../money/yuan.ts'
import { issue, type Report } from './report.ts'
import { isGiven, sumOfFen } from './sums.ts'

interface CoveredBill {
  readonly medfeeSumamt: Yuan
  readonly fulamtOwnpayAmt?: Yuan | undefined
  readonly preselfpayAmt?: Yuan | undefined
  readonly inscpScpAmt?: Yuan | undefined
}

/** fulamtOwnpayAmt + preselfpayAmt + inscpScpAmt = medfeeSumamt, when all three are given. */
export function coveragePartsMakeTheTotal(bill: CoveredBill, report: Report): void {
  const parts = [bill.fulamtOwnpayAmt, bill.preselfpayAmt, bill.inscpScpAmt]
  if (!parts.every(isGiven) || sumOfFen(parts) === fenOf(bill.medfeeSumamt)) return
  report(
    issue(
      'inscpScpAmt',
      'sum',
      'fulamtOwnpayAmt + preselfpayAmt + inscpScpAmt must be medfeeSumamt; recompute the three parts or leave one out',
      'fulamtOwnpayAmt + preselfpayAmt + inscpScpAmt 须等于 medfeeSumamt；请重新计算三项，或不全部上送',
    ),
  )
}
