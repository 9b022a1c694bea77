import { fenOf, type Yuan } from '../../money/yuan.ts'
import { issue, type Report } from './report.ts'
import { sumOfFen } from './sums.ts'

interface HosBill {
  readonly feeSumamt: Yuan
  readonly rxList?: readonly { readonly itemAmt: Yuan }[] | undefined
}

/** Generation A: the sum of itemAmt is feeSumamt, when the bill has lines. */
export function prescriptionLinesMakeTheTotal(bill: HosBill, report: Report): void {
  const { rxList = [] } = bill
  if (rxList.length === 0 || sumOfFen(rxList.map((line) => line.itemAmt)) === fenOf(bill.feeSumamt)) return
  report(
    issue(
      'feeSumamt',
      'sum',
      'must be the exact sum of rxList[].itemAmt; recompute it with addYuan',
      '须等于各 rxList[].itemAmt 之和；请用 addYuan 重新计算',
    ),
  )
}
