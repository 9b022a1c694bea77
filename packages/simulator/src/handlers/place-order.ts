import { placeOrder as message } from '@nationec/protocol'
import { Refused, refuse } from '../errors/refused.ts'
import { payOrder } from '../orders/payment.ts'
import { settlementBody } from '../orders/settlement-body.ts'
import { findOrder } from './find-order.ts'
import { defineHandler } from './handler.ts'

/** 6202: pays an uploaded order with the patient's payAuthNo, without the terminal's screen. */
export const placeOrder = defineHandler(message, (context, { body }) => {
  const order = findOrder(context, body)
  if (order instanceof Refused) return order
  const { ordStas } = order
  if (ordStas !== '0' && ordStas !== '1') return refuse('STATE_FORBIDS', `ordStas ${ordStas}`)
  if (body.chrgBchno !== order.chrgBchno) return refuse('BATCH_MISMATCH')
  const { credentials, settings } = context
  const holder = credentials.holderOfPayAuthNo(body.payAuthNo)
  if (settings.credentialCheck !== 'off') {
    if (holder === undefined) return refuse('PAYMENT_AUTHORISATION_INVALID')
    const samePerson = order.idNo === undefined || holder === order.idNo
    if (settings.credentialCheck === 'person' && !samePerson) return refuse('PERSON_MISMATCH')
  }
  if (!context.book.takeBusinessNumber(order.orgCodg, body.orgBizSer)) return refuse('BUSINESS_NUMBER_USED')
  credentials.use(body.payAuthNo)
  const until = settings.placedOrder === 'stays settling' ? '2' : undefined
  payOrder(context, order, until, 'after the answer')
  const { payOrdId } = order
  const { feeSumamt, ownPayAmt, psnAcctPay, fundPay } = settlementBody(order)
  return { payOrdId, ordStas: order.ordStas, feeSumamt, ownPayAmt, psnAcctPay, fundPay }
})
