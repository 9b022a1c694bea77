import {
  fenOf,
  formatWireTime,
  hosRefund,
  type RefdType,
  type RefStatus,
  type ResponseOf,
  refundOrder,
  yuanFromFen,
} from '@nationec/protocol'
import { Refused, refuse } from '../errors/refused.ts'
import type { RefundFault } from '../faults/fault.ts'
import { addParts, insuranceOf, inYuan, type Parts, subtractParts } from '../money/parts.ts'
import { moveOrder } from '../orders/move-order.ts'
import type { Order, RefundSnapshot } from '../orders/order.ts'
import type { RefundEntry } from '../orders/order-book.ts'
import { stateAfterRefund } from '../orders/order-states.ts'
import type { SimulatorContext } from './context.ts'
import { defineHandler } from './handler.ts'
import { refundParts } from './refund-parts.ts'
import type { RefundRequest } from './refund-request.ts'

type RefundAnswer = ResponseOf<typeof refundOrder>

/** 6203 (clause 4.5): gives paid money back, bucket by bucket. */
export const refund = defineHandler(refundOrder, (context, { orgId, body, refundFault }) =>
  giveBack(context, orgId, body, refundFault),
)

/** `hos.refund.setl`: the same. */
export const hosGiveBack = defineHandler(hosRefund, (context, { orgId, body, refundFault }) =>
  giveBack(context, orgId, body, refundFault),
)

function giveBack(
  context: SimulatorContext,
  orgId: string,
  request: RefundRequest,
  fault: RefundFault | undefined,
): RefundAnswer | Refused {
  const order = context.book.find(request.payOrdId)
  if (order === undefined || order.orgId !== orgId) return refuse('ORDER_UNKNOWN')
  const done = context.book.findRefund(orgId, request.appRefdSn)
  if (done !== undefined) return repeated(context, done, request)
  const refusal = checkState(context, order) ?? checkCredential(context, order, request)
  if (refusal !== undefined) return refusal
  const parts = refundParts(context.settings, request, subtractParts(order.paid, order.refunded))
  if (parts instanceof Refused) return parts
  if (fault?.status === 'FAIL' || fault?.effect === 'none') return withoutEffect(context, fault.status)
  const entry = book(context, order, request, parts)
  return answerTo(entry, fault?.status ?? 'SUCC')
}

function repeated(context: SimulatorContext, done: RefundEntry, request: RefundRequest): RefundAnswer | Refused {
  const same = done.fingerprint === fingerprintOf(request)
  if (context.settings.duplicateAppRefdSn === 'refused' || !same) return refuse('REFUND_NUMBER_USED')
  return answerTo(done, 'SUCC')
}

/** What makes two refunds the same; the time of sending does not. */
function fingerprintOf(request: RefundRequest): string {
  const { payOrdId, refdType, totlRefdAmt, fundRefdAmt, psnAcctRefdAmt, cashRefdAmt } = request
  return [payOrdId, refdType, totlRefdAmt, fundRefdAmt, psnAcctRefdAmt, cashRefdAmt].join('\n')
}

const REFUNDABLE: ReadonlySet<string> = new Set(['6', '8', '9', '10', '11'])

function checkState({ settings }: SimulatorContext, { ordStas, paid, refunded }: Order): Refused | undefined {
  const early = ordStas === '5' && settings.refundBeforeSettled === 'from state 5 on'
  const something = insuranceOf(paid) + paid.cash > insuranceOf(refunded) + refunded.cash
  if ((REFUNDABLE.has(ordStas) || early) && something) return undefined
  return refuse('STATE_FORBIDS', `ordStas ${ordStas}`)
}

function checkCredential(
  context: SimulatorContext,
  order: Order,
  { ecToken, payAuthNo }: RefundRequest,
): Refused | undefined {
  const { settings, credentials } = context
  if (settings.credentialCheck === 'off') return undefined
  let holder: string | undefined
  if (ecToken !== undefined) {
    holder = credentials.holderOfEcToken(ecToken, 'other')
    if (holder === undefined) return refuse('CREDENTIAL_INVALID')
  } else if (payAuthNo !== undefined) {
    holder = credentials.holderOfPayAuthNo(payAuthNo)
    if (holder === undefined) return refuse('PAYMENT_AUTHORISATION_INVALID')
  }
  const samePerson = holder === undefined || order.idNo === undefined || holder === order.idNo
  return settings.credentialCheck === 'person' && !samePerson ? refuse('PERSON_MISMATCH') : undefined
}

/** The money moves, the state follows; one step, so that two refunds never see the same rest. */
function book(context: SimulatorContext, order: Order, request: RefundRequest, parts: Parts): RefundEntry {
  const { appRefdSn, payOrdId } = request
  const refdType = request.refdType as RefdType
  order.refunded = addParts(order.refunded, parts)
  context.ledger.refund(parts)
  if (order.idNo !== undefined) context.people.changeBalance(order.idNo, parts.account)
  if (request.payAuthNo !== undefined) context.credentials.use(request.payAuthNo)
  const next = stateAfterRefund(order.paid, order.refunded, context.settings.pureOrderRefunded)
  const ordStas = next ?? order.ordStas
  const snapshot: RefundSnapshot = {
    appRefdSn,
    payOrdId,
    refdSn: context.nextNumber('REFD'),
    refdType,
    total: yuanFromFen(fenOf(request.totlRefdAmt)),
    parts: inYuan(parts),
    refundedAt: context.clock(),
    ordStas,
  }
  const hiFefdSn = insuranceOf(parts) > 0n ? context.nextNumber('HIREFD') : undefined
  const entry: RefundEntry = { fingerprint: fingerprintOf(request), refund: snapshot, hiFefdSn }
  context.book.addRefund(order.orgId, entry)
  order.refunds.push(snapshot)
  context.counter.effect('refunds')
  if (next !== undefined) moveOrder(context, order, next)
  context.tell({ type: 'refund', payOrdId, appRefdSn, refdType, ordStas })
  return entry
}

function answerTo({ refund: { refdSn, refundedAt }, hiFefdSn }: RefundEntry, refStatus: RefStatus): RefundAnswer {
  const insured =
    hiFefdSn === undefined
      ? {}
      : {
          hiFefdSn,
          hiTrnsDate: formatWireTime(refundedAt, 'yyyyMMdd'),
          hiTrnsTime: formatWireTime(refundedAt, 'HHmmss'),
        }
  return { refdSn, ...insured, refStatus }
}

/** FAIL, or EXP with nothing done: the number is not used up, the same request may come again. */
function withoutEffect(context: SimulatorContext, refStatus: RefStatus): RefundAnswer {
  return { refdSn: context.nextNumber('REFD'), refStatus }
}
