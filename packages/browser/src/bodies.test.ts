import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type Agent,
  type CentreMessages,
  connectAgent,
  type HosMessages,
  type HosUploadFeesBody,
  type QueryCredentialBody,
  type RefundBody,
  type UploadFeesBody,
} from '@nationec/browser'
import hosBill from '../../../examples/hos-outpatient.json' with { type: 'json' }
import bill from '../../../examples/outpatient-5-lines.json' with { type: 'json' }
import { description, memoryStorage } from './fixtures/fake-agent.ts'

const operator: QueryCredentialBody = {
  ...{ businessType: '01301', operatorId: '007', operatorName: '收费员' },
  ...{ officeId: '03', officeName: '内科' },
}
const person = { idNo: bill.idNo, userName: bill.userName, idType: bill.idType }
const refund: RefundBody = { payOrdId: 'O1', refdType: 'CASH', totlRefdAmt: '1.00', cashRefdAmt: '1.00', ecToken: 'T' }

/** An agent that answers nothing but `{}`, and what it was asked. */
async function answering<Messages extends CentreMessages | HosMessages = CentreMessages>() {
  const asked: string[] = []
  const fetchPage: typeof fetch = async (address, init) => {
    const { pathname } = new URL(String(address))
    if (pathname !== '/v1/agent') asked.push(`${pathname} ${init?.body}`)
    return Response.json(pathname === '/v1/agent' ? description(true) : {})
  }
  const agent = await connectAgent<Messages>({ name: 'page', fetch: fetchPage, storage: memoryStorage() })
  return { agent, asked }
}

describe('the bodies of the methods', () => {
  it('go to the route of each as they are', async () => {
    const { agent, asked } = await answering()
    const key = 'K1'
    const notice = {
      ...{
        medicalSettleState: 'SUCCESS',
        operatorId: '007',
        operatorName: '收费员',
        totalFee: '1.00',
        bizType: 'settle',
      },
      ...{ idNo: bill.idNo, userName: bill.userName, setlTime: '20261123101500', hospitalName: '测试医院' },
      ...{ officeId: '03', officeName: '内科', doctorName: '测试医生' },
    }
    const payment = { payAuthNo: 'A', payOrdId: 'O1', chrgBchno: 'B1', feeType: '01', mdtrtId: 'M1' }
    const calls: readonly (readonly [path: string, body: object, work: Promise<unknown>])[] = [
      ['credential/query', operator, agent.queryCredential(operator)],
      ['credential/scan', operator, agent.scanQrCode(operator)],
      ['credential/face', operator, agent.authoriseFace(operator)],
      ['credential/face/check', { ...operator, authNo: 'A' }, agent.checkAuthorisation({ ...operator, authNo: 'A' })],
      ['credential/id-card', operator, agent.readIdCard(operator)],
      ['terminal/notify', notice, agent.notifySettlement(notice)],
      ['orders', bill, agent.uploadFees(bill, { key })],
      ['orders/query', { medOrgOrd: 'M1' }, agent.querySettlement({ medOrgOrd: 'M1' })],
      ['orders/place', payment, agent.placeOrder(payment, { key })],
      ['orders/revoke', { payOrdId: 'O1', ...person }, agent.revokeFees({ payOrdId: 'O1', ...person }, { key })],
      ['orders/refund', refund, agent.refund(refund, { key })],
    ]
    for (const [, , work] of calls) await work
    assert.deepEqual(
      asked,
      calls.map(([path, body]) => `/v1/${path} ${JSON.stringify(body)}`),
    )
  })

  it('are those of the other generation where a page says so', async () => {
    const { agent, asked } = await answering<HosMessages>()
    const body: HosUploadFeesBody = hosBill
    await agent.uploadFees(body, { key: 'K1' })
    assert.equal(asked[0], `/v1/orders ${JSON.stringify(hosBill)}`)
  })
})

/** Checked by the compiler alone: what it refuses. */
export async function refused(agent: Agent, ours: Agent<Ours>): Promise<void> {
  // @ts-expect-error who asks, and from where, must be given
  await agent.scanQrCode({ businessType: '01301' })
  // @ts-expect-error a bill is more than a token and a total
  await agent.uploadFees({ ecToken: 'T', medfeeSumamt: '128.50' }, { key: 'K' })
  // @ts-expect-error what moves money needs a key
  await agent.refund(refund)
  // @ts-expect-error an amount is a text
  await agent.refund({ ...refund, totlRefdAmt: 1 }, { key: 'K' })
  // @ts-expect-error the name of the field is payOrdId
  await agent.querySettlement({ payOrdID: 'O1' })
  // @ts-expect-error a fee line names its item
  await agent.uploadFees({ ...bill, feedetailList: [{ feedetlSn: 'L1' }] }, { key: 'K' })
  const { userName, ecToken, insuOrg } = await agent.queryCredential(operator)
  const texts: readonly string[] = [userName, ecToken, insuOrg, (await agent.authoriseFace(operator)).authNo]
  const { status, amounts, body } = await agent.querySettlement({ medOrgOrd: 'M1' })
  const total: string | undefined = amounts?.total ?? body.feeSumamt
  const { payToken, order, operation } = await agent.uploadFees(bill, { key: 'K' })
  await ours.uploadFees({ ...bill, ourField: '1' }, { key: 'K' })
  // @ts-expect-error a region's field that must be given
  await ours.uploadFees(bill, { key: 'K' })
  void [texts, status, total, payToken, order.id, operation.state]
}

interface Ours extends CentreMessages {
  readonly uploadFees: {
    readonly body: UploadFeesBody & { readonly ourField: string }
    readonly answer: CentreMessages['uploadFees']['answer']
  }
}
