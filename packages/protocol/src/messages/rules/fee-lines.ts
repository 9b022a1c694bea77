import { fenOf, type Yuan } from '../../money/yuan.ts'
import { issue, type Report } from './report.ts'
import { sumOfFen } from './sums.ts'

interface Line {
  readonly feedetlSn: string
  readonly chrgBchno: string
  readonly diseCodg?: string | undefined
  readonly detItemFeeSumamt: Yuan
}

interface Bill {
  readonly medfeeSumamt: Yuan
  readonly feedetailList: readonly Line[]
}

/** The sum of detItemFeeSumamt is medfeeSumamt; the centre refuses the upload otherwise. */
export function feeLinesMakeTheTotal(bill: Bill, report: Report): void {
  if (sumOfFen(bill.feedetailList.map((line) => line.detItemFeeSumamt)) === fenOf(bill.medfeeSumamt)) return
  report(
    issue(
      'medfeeSumamt',
      'sum',
      'must be the exact sum of feedetailList[].detItemFeeSumamt; recompute it with addYuan',
      '须等于各 feedetailList[].detItemFeeSumamt 之和；请用 addYuan 重新计算',
    ),
  )
}

/** No feedetlSn twice in one upload. */
export function feeSerialsAreUnique(bill: Bill, report: Report): void {
  const seen = new Set<string>()
  bill.feedetailList.forEach(({ feedetlSn }, index) => {
    if (seen.has(feedetlSn)) {
      report(
        issue(
          `feedetailList[${index}].feedetlSn`,
          'duplicate',
          'repeats the serial number of an earlier line; give each line its own',
          '与前面的明细流水号重复；每条明细须使用各自的流水号',
        ),
      )
    }
    seen.add(feedetlSn)
  })
}

/** Lines of one chrgBchno carry one diseCodg; a line without any goes with every batch. */
export function oneDiseasePerBatch(bill: Bill, report: Report): void {
  const diseaseOf = new Map<string, string>()
  bill.feedetailList.forEach(({ chrgBchno, diseCodg }, index) => {
    if (diseCodg === undefined || diseCodg === '') return
    const known = diseaseOf.get(chrgBchno)
    if (known === undefined) diseaseOf.set(chrgBchno, diseCodg)
    else if (known !== diseCodg) {
      report(
        issue(
          `feedetailList[${index}].diseCodg`,
          'value',
          'differs from an earlier line of the same chrgBchno; one batch carries one disease code, so split the batch',
          '与同一收费批次号（chrgBchno）的前面明细不同；一个批次只能有一个病种编码，请拆分批次',
        ),
      )
    }
  })
}
