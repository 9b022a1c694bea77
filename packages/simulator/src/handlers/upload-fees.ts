import { feeUpload, fenOf, hosFeeUpload, type Yuan } from '@nationec/protocol'
import { Refused, refuse } from '../errors/refused.ts'
import { NOTHING } from '../money/parts.ts'
import { upToDate } from '../orders/move-order.ts'
import type { Order } from '../orders/order.ts'
import { patientReacts } from '../terminal/patient.ts'
import type { SimulatorContext } from './context.ts'
import { defineHandler } from './handler.ts'

/** What both generations say of a bill. */
interface Bill {
  readonly orgId: string
  readonly orgCodg: string
  readonly medOrgOrd: string
  readonly total: Yuan
  readonly ecToken?: string | undefined
  readonly payAuthNo?: string | undefined
  readonly idNo?: string | undefined
  readonly mdtrtId?: string | undefined
  readonly chrgBchno: string
  readonly medType: string
  readonly insutype: string
  readonly feeType: string
  readonly acctUsedFlag?: string | undefined
}

/** 6201 (clause 4.1): puts the order on the centre's books and on the terminal's screen. */
export const uploadFees = defineHandler(feeUpload, (context, { orgId, body }) => {
  const order = upload(context, { ...body, orgId, total: body.medfeeSumamt })
  if (order instanceof Refused) return order
  const { payOrdId, payToken, mdtrtId } = order
  return { payOrdId, payToken, mdtrtId }
})

/** `hos.upload.fee`: the same, with what the centre makes of each line. */
export const hosUploadFees = defineHandler(hosFeeUpload, (context, { orgId, body }) => {
  const order = upload(context, { ...body, orgId, total: body.feeSumamt, insutype: body.insuType })
  if (order instanceof Refused) return order
  const result = body.rxList?.map(({ rxDetlNo, itemAmt }) => ({ hosRxDetlNo: rxDetlNo, amt: itemAmt }))
  const { payOrdId, payToken } = order
  return { payOrdId, payToken, ...(result === undefined ? {} : { extData: { result } }) }
})

function upload(context: SimulatorContext, bill: Bill): Order | Refused {
  const refusal = checkCredential(context, bill)
  if (refusal !== undefined) return refusal
  const known = context.book.findByNumber(bill.orgCodg, bill.medOrgOrd)
  if (known !== undefined && isTaken(context, known)) {
    return context.settings.duplicateMedOrgOrd === 'refused' ? refuse('ORDER_NUMBER_USED') : known
  }
  const order = newOrder(context, bill)
  context.book.add(order)
  context.counter.effect('uploads')
  context.tell({ type: 'order', payOrdId: order.payOrdId, from: undefined, to: '0' })
  context.screen.showOrder(order)
  if (bill.ecToken !== undefined) context.credentials.use(bill.ecToken)
  patientReacts(context, order)
  return order
}

function checkCredential({ settings, credentials }: SimulatorContext, bill: Bill): Refused | undefined {
  if (settings.credentialCheck === 'off') return undefined
  const { ecToken, payAuthNo, idNo } = bill
  if (ecToken !== undefined) {
    return checkHolder(credentials.holderOfEcToken(ecToken, 'upload'), refuse('CREDENTIAL_INVALID'))
  }
  if (payAuthNo === undefined) return undefined
  return checkHolder(credentials.holderOfPayAuthNo(payAuthNo), refuse('PAYMENT_AUTHORISATION_INVALID'))

  function checkHolder(holder: string | undefined, absent: Refused): Refused | undefined {
    if (holder === undefined) return absent
    const samePerson = settings.credentialCheck !== 'person' || idNo === undefined || idNo === holder
    return samePerson ? undefined : refuse('PERSON_MISMATCH')
  }
}

function isTaken(context: SimulatorContext, known: Order): boolean {
  return upToDate(context, known).ordStas !== '12' || context.settings.medOrgOrdAfterRevoke === 'used up'
}

function newOrder(context: SimulatorContext, bill: Bill): Order {
  const { orgId, orgCodg, medOrgOrd, chrgBchno, medType, insutype, feeType, acctUsedFlag } = bill
  const account = acctUsedFlag ?? (context.settings.accountWithoutFlag === 'used' ? '1' : '0')
  return {
    payOrdId: context.nextNumber('ORD'),
    payToken: context.random.hex(32),
    orgId,
    orgCodg,
    medOrgOrd,
    idNo: bill.idNo ?? holderOf(context, bill),
    mdtrtId: bill.mdtrtId ?? context.nextNumber('M'),
    chrgBchno,
    total: fenOf(bill.total),
    medType,
    insutype,
    feeType,
    usesAccount: account !== '0',
    uploadedAt: context.clock(),
    ordStas: '0',
    states: ['0'],
    split: NOTHING,
    paid: NOTHING,
    refunded: NOTHING,
    waiting: false,
    settlement: undefined,
    refunds: [],
    pushAttempts: 0,
  }
}

/** Generation A may leave the person out; the credential knows it. */
function holderOf({ credentials }: SimulatorContext, { ecToken }: Bill): string | undefined {
  return ecToken === undefined ? undefined : credentials.holderOfEcToken(ecToken, 'upload')
}
