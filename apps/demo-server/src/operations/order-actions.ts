import type { CallOptions } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import { feeUpload, refundOrder } from '@nationec/protocol'
import { agentError } from '../errors/agent-error.ts'
import type { Books } from './books.ts'
import { checkAnswered } from './check-answered.ts'
import type { Performed } from './operation-request.ts'
import type { OrderBody, OrderClient } from './order-client.ts'

/** What the actions on orders need: the terminal, and what is known of orders. */
export interface OrderParts {
  readonly client: OrderClient
  readonly books: Pick<Books, 'learn' | 'given'>
}

/**
 * Uploads a bill. An upload whose outcome is open leaves its order `unknown`.
 *
 * @throws `ANSWER_INVALID` for the answer to another upload
 */
export async function uploadBill(
  { client, books }: OrderParts,
  body: OrderBody,
  options: CallOptions,
): Promise<Performed> {
  const { medOrgOrd, medfeeSumamt, feeSumamt } = body
  const bill = { medOrgOrd, total: medfeeSumamt ?? feeSumamt }
  try {
    const answer = await client.uploadFees(body, options)
    // Of this one check both generations have the same numbers.
    checkAnswered(books, feeUpload, { request: body, body: answer })
    const { payOrdId } = answer
    books.learn({ ...bill, payOrdId, status: 'pending' })
    return { status: 201, body: answer, references: { payOrdId } }
  } catch (error) {
    const isUnknown = !isNationEcError(error) || error.delivery === 'unknown'
    if (isUnknown) books.learn({ ...bill, status: 'unknown' }, { isNew: true })
    throw error
  }
}

/** Places the payment of an uploaded order. */
export async function placePayment(
  { client, books }: OrderParts,
  body: OrderBody,
  options: CallOptions,
): Promise<Performed> {
  const { body: answer, ...state } = await client.placeOrder(body, options)
  const amounts = 'amounts' in state ? state.amounts : undefined
  books.learn({ payOrdId: body.payOrdId, status: state.status, ordStas: state.ordStas, amounts })
  return { status: 200, body: { ...answer, ...state } }
}

/** Withdraws a bill; an answer with `success` `false` has withdrawn nothing. */
export async function revokeBill(
  { client, books }: OrderParts,
  body: OrderBody,
  options: CallOptions,
): Promise<Performed> {
  const answer = await client.revokeFees(body, options)
  const { payOrdId } = body
  if (answer.success !== 'false') books.learn({ payOrdId, status: 'revoked' }, { knownOnly: true })
  return { status: 200, body: answer }
}

/**
 * Refunds a settled order. `refStatus` `EXP` leaves the outcome open: only a query tells whether money moved.
 *
 * @throws `REFUND_FAILED` for `FAIL`, `ANSWER_INVALID` for the answer to another refund
 */
export async function refundPayment(
  { client, books }: OrderParts,
  body: OrderBody,
  options: CallOptions,
): Promise<Performed> {
  const answer = await client.refund(body, options)
  const references = checkAnswered(books, refundOrder, { request: body, body: answer })
  const { refStatus } = answer
  const members = { refStatus }
  if (refStatus === 'FAIL') throw agentError('REFUND_FAILED', { members })
  const uncertain = refStatus === 'EXP' ? agentError('REFUND_UNCERTAIN', { members }) : undefined
  return { status: 200, body: answer, references, uncertain }
}
