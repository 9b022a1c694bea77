import hosBill from '../../../../../examples/hos-outpatient.json' with { type: 'json' }
import bill from '../../../../../examples/outpatient-5-lines.json' with { type: 'json' }

type Body = Readonly<Record<string, unknown>>

const { ecToken, idNo, idType, userName, insuCode } = bill
const person = { idNo, userName, idType }
const operator = {
  ...{ businessType: '01301', operatorId: 'C007', operatorName: '测试收费员' },
  ...{ officeId: 'A03', officeName: '内科' },
}
const order = { payOrdId: 'ORD330100202611231015000000001', payToken: 'PAYEXAMPLEEXAMPLEEXAMPLEEXAMPLE0' }
const refund = {
  ...{ payOrdId: order.payOrdId, ecToken, refdType: 'CASH', totlRefdAmt: '1.00', cashRefdAmt: '1.00' },
}

/** A body of every message that a caller sends, by its transType, without what commands fill in. */
export const exampleBodies: Readonly<Record<string, Body>> = {
  'ec.query': operator,
  'cn.nhsa.qrcode.get': operator,
  'cn.nhsa.ec.auth': operator,
  'cn.nhsa.auth.check': { ...operator, authNo: 'ano0000000000000000000000001' },
  'cn.nhsa.cert.get': operator,
  'cn.nhsa.settle.notify': {
    ...{ outBizNo: '20261123101500ABCDEFGHJKMNPQRS0000H33010200001', medicalSettleState: 'SUCCESS' },
    ...{ operatorId: operator.operatorId, operatorName: operator.operatorName },
    ...{ officeId: operator.officeId, officeName: operator.officeName },
    ...{ totalFee: '150.52', bizType: 'settle', idNo, userName, setlTime: '20261123101500' },
    ...{ hospitalName: '测试医院', doctorName: '测试医生' },
  },
  localEcTokenCheck: { ecToken, ...person },
  '6201': withoutFilled(bill),
  '6202': {
    ...order,
    ...{ payAuthNo: 'AUTHEXAMPLEEXAMPLEEXAMPLEEXAMPL0', chrgBchno: bill.chrgBchno, feeType: bill.feeType },
    ...{ mdtrtId: bill.mdtrtId, acctUsedFlag: '1' },
  },
  '6203': refund,
  '6301': order,
  '6401': { ...order, ...person },
  'hos.query.insu': { ecToken, idNo, userName, idType, insuCode, medType: '11' },
  'hos.upload.fee': withoutFilled(hosBill),
  'hos.query': order,
  'hos.revoke.order': { ...order, ...person },
  'hos.refund.setl': refund,
}

/** The institution is that of the command, and every upload has a number of its own. */
function withoutFilled({ orgCodg, medOrgOrd, ...body }: Body): Body {
  return body
}
