import { issue, type Report } from './report.ts'

interface OrderReference {
  readonly payOrdId?: string | undefined
  readonly medOrgOrd?: string | undefined
  readonly payToken?: string | undefined
}

/** A query names its order: by payOrdId with its payToken, or by the hospital's own medOrgOrd. */
export function orderIsNamed(body: OrderReference, report: Report): void {
  const { payOrdId = '', medOrgOrd = '', payToken = '' } = body
  if (payOrdId === '' && medOrgOrd === '') {
    report(
      issue(
        'payOrdId',
        'one-of',
        'payOrdId or medOrgOrd must be given; medOrgOrd finds an order whose upload was not answered',
        'payOrdId 与 medOrgOrd 至少提供一个；未收到上传应答时可用 medOrgOrd 查询',
      ),
    )
  }
  if (payOrdId !== '' && payToken === '') {
    report(
      issue(
        'payToken',
        'required',
        'must be given with payOrdId; both come from the answer to the upload',
        '提供 payOrdId 时必填；二者均取自费用上传的应答',
      ),
    )
  }
}
