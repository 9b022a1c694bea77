import { issue, type Report } from './report.ts'

interface Credentials {
  readonly ecToken?: string | undefined
  readonly payAuthNo?: string | undefined
}

/** 6201: ecToken or payAuthNo; without ecToken the visit must be known. */
export function credentialOrVisit(body: Credentials & { readonly mdtrtId?: string | undefined }, report: Report): void {
  if (isFilled(body.ecToken)) return
  if (!isFilled(body.payAuthNo)) {
    report(
      issue(
        'ecToken',
        'one-of',
        'ecToken or payAuthNo must be given; take ecToken from the credential query',
        'ecToken 与 payAuthNo 至少提供一个；ecToken 取自电子凭证解码结果',
      ),
    )
  }
  if (!isFilled(body.mdtrtId)) {
    report(
      issue(
        'mdtrtId',
        'required',
        'must be given when there is no ecToken; take it from the registration of the visit',
        '未提供 ecToken 时必填；请取自就诊登记结果',
      ),
    )
  }
}

/** 6203: exactly one of ecToken and payAuthNo. */
export function exactlyOneCredential(body: Credentials, report: Report): void {
  if (isFilled(body.ecToken) !== isFilled(body.payAuthNo)) return
  report(
    issue(
      'ecToken',
      'one-of',
      'exactly one of ecToken and payAuthNo must be given',
      'ecToken 与 payAuthNo 须且只能提供其中一个',
    ),
  )
}

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text !== ''
}
