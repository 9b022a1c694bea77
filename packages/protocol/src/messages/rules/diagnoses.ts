import { issue, type Report } from './report.ts'

interface DiagnosedBill {
  readonly diseinfoList?: readonly { readonly diagSrtNo: string }[] | undefined
}

/** No diagSrtNo twice in one upload; `1` and `01` are the same number. */
export function diagnosisNumbersAreUnique(bill: DiagnosedBill, report: Report): void {
  reportRepeated(
    bill.diseinfoList?.map((item) => item.diagSrtNo) ?? [],
    (index) => `diseinfoList[${index}].diagSrtNo`,
    report,
  )
}

interface HosDiagnosedBill {
  readonly diseList?: readonly { readonly diseDetlSrtNo?: string | undefined }[] | undefined
}

/** The same for generation A, where the number may be left out. */
export function hosDiagnosisNumbersAreUnique(bill: HosDiagnosedBill, report: Report): void {
  reportRepeated(
    bill.diseList?.map((item) => item.diseDetlSrtNo) ?? [],
    (index) => `diseList[${index}].diseDetlSrtNo`,
    report,
  )
}

function reportRepeated(
  numbers: readonly (string | undefined)[],
  pathOf: (index: number) => string,
  report: Report,
): void {
  const seen = new Set<string>()
  numbers.forEach((written, index) => {
    if (written === undefined || written === '') return
    const number = written.replace(/^0+(?=\d)/, '')
    if (seen.has(number)) {
      report(
        issue(
          pathOf(index),
          'duplicate',
          'repeats the serial number of an earlier diagnosis; number the diagnoses 1, 2, 3 …',
          '与前面的诊断排序号重复；请按 1、2、3 … 依次编号',
        ),
      )
    }
    seen.add(number)
  })
}
