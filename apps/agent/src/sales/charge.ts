import type { CallOptions } from '@nationec/client'
import type { LedgerOperation, OperationOptions } from '@nationec/ledger'
import { messageOf } from '@nationec/protocol'
import { agentError } from '../errors/agent-error.ts'
import { type OrderBody, orderInput } from '../orders/order-input.ts'
import type { Principal } from '../pairing/token-store.ts'
import { MONEY, refundFacts } from '../people/till-people.ts'
import { otherUnknownOf } from './sale-body.ts'
import type { Doing } from './sale-book.ts'
import type { SaleContext } from './sale-context.ts'
import { SALE_SCOPE, type SaleMoney, type SalePerson, type SaleRow } from './sale-row.ts'
import { moneyOf, nextKey, type SaleMoneyState, stageOf } from './sale-state.ts'

type Members = Readonly<Record<string, unknown>>

/** Who presses, and under which key. */
export interface Press {
  readonly key: string
  readonly principal: Principal | undefined
}

/** What a form gives back. */
export interface RefundForm {
  readonly refdType: string
  readonly totlRefdAmt: string
  readonly fundRefdAmt?: string | undefined
  readonly psnAcctRefdAmt?: string | undefined
  readonly cashRefdAmt?: string | undefined
}

/**
 * Uploads the bill of a sale with the person of this sale, once for each key that the sale has given out.
 *
 * @throws `SALE_PERSON_MISSING`, `SALE_PERSON_WAITS`, `SALE_STEP_REFUSED`, `SALE_BUSY`, `SIGN_ON_NEEDED`,
 *   `OPERATOR_REFUSED`, and what the ledger refuses
 */
export function uploadSale(context: SaleContext, id: string, press: Press): Promise<LedgerOperation> {
  return once(context, id, { ...press, kind: 'upload', what: 'uploading' }, async (row, options) => {
    const person = ownPerson(row)
    if ((await otherUnknownOf(context, row)) !== undefined) throw agentError('SALE_PERSON_WAITS')
    if (row.bill === undefined || (await stage(context, row)) !== 'identified') throw agentError('SALE_STEP_REFUSED')
    return context.ledger.uploadFees(bodyOf(context, 'uploadFees', { ...row.bill, ...person }), options)
  })
}

/** Withdraws it, as long as it is not paid. @throws as {@link uploadSale} does */
export function revokeSale(context: SaleContext, id: string, press: Press): Promise<LedgerOperation> {
  return once(context, id, { ...press, kind: 'revoke', what: 'revoking' }, async (row, options) => {
    const { ecToken: _, ...person } = ownPerson(row)
    if ((await stage(context, row)) !== 'uploaded') throw agentError('SALE_STEP_REFUSED')
    const numbers = await numbersOf(context, row)
    return context.ledger.revokeFees(bodyOf(context, 'revokeFees', { ...numbers, ...person }), options)
  })
}

/**
 * Gives money back, once for each form: its number is its key, made when it was opened.
 *
 * @param approval of a refund over the limit: what a second person has given
 * @throws as {@link uploadSale} does, `BUCKET_EXCEEDED`, `APPROVAL_NEEDED`, `APPROVAL_INVALID`
 */
export function refundSale(
  context: SaleContext,
  id: string,
  { form, approval, ...press }: Press & { readonly form: RefundForm; readonly approval?: string | undefined },
): Promise<LedgerOperation> {
  const { sales, ledger, people } = context
  return sales.during(id, 'refunding', async () => {
    const row = sales.get(id)
    const operator = people.require(press.principal, MONEY)
    const { payOrdId } = await numbersOf(context, row)
    const { ecToken } = ownPerson(row)
    const body = bodyOf(context, 'refund', { ...form, payOrdId, appRefdSn: press.key, ecToken })
    if (knownOf(await moneyOf(ledger, row), press.key) === undefined)
      await people.checkRefund(operator, {
        ...refundFacts({ ...body }),
        ...{ before: await ledger.heldOf(payOrdId), approval, key: press.key },
      })
    return ended(context, press, { id, form }, (options) => ledger.refund(body, options))
  })
}

interface Step extends Press {
  readonly kind: SaleMoney
  readonly what: Doing['what']
}

type Run = (row: SaleRow, options: OperationOptions & CallOptions) => Promise<LedgerOperation>

/** A key that was used gives what became of it; the next one runs; any other is of another sale, or made up. */
function once(context: SaleContext, id: string, { kind, what, ...press }: Step, run: Run): Promise<LedgerOperation> {
  const { sales, ledger } = context
  return sales.during(id, what, async () => {
    const row = sales.get(id)
    const money = await moneyOf(ledger, row)
    const before = knownOf(money, press.key)
    if (before !== undefined) return { ...before, repeated: true }
    if (press.key !== nextKey(row, money, kind)) throw agentError('SALE_STEP_REFUSED')
    return ended(context, press, { id, kind }, (options) => run(row, options))
  })
}

const knownOf = ({ operations }: SaleMoneyState, key: string): LedgerOperation | undefined =>
  operations.find((operation) => operation.key === key && operation.state !== 'free')

/** Not tied to the connection of the page: a tab that closes does not withdraw the payment. */
async function ended(
  { work, people, onEnd }: SaleContext,
  { key, principal }: Press,
  request: Members,
  run: (options: OperationOptions & CallOptions) => Promise<LedgerOperation>,
): Promise<LedgerOperation> {
  const operator = people.require(principal, MONEY)?.number
  const options = { key, scope: SALE_SCOPE, operator, request }
  const operation = await work.track((signal) => run({ ...options, signal: signal() }))
  if (!operation.repeated) onEnd(operation)
  return operation
}

/** While the step itself runs, where the sale stood before it. */
const stage = async ({ ledger }: SaleContext, row: SaleRow) => stageOf(row, await moneyOf(ledger, row), undefined)

/** @throws `SALE_PERSON_MISSING` */
function ownPerson({ person }: SaleRow): SalePerson {
  if (person === undefined) throw agentError('SALE_PERSON_MISSING')
  return person
}

/** @throws `SALE_STEP_REFUSED` */
async function numbersOf({ ledger }: SaleContext, row: SaleRow): Promise<{ payOrdId: string; payToken?: string }> {
  const payOrdId = (await ledger.order({ medOrgOrd: row.medOrgOrd }))?.payOrdId
  if (payOrdId === undefined) throw agentError('SALE_STEP_REFUSED')
  const payToken = await ledger.tokenOf(payOrdId)
  return { payOrdId, ...(payToken === undefined ? {} : { payToken }) }
}

const bodyOf = (context: SaleContext, name: Parameters<typeof messageOf>[0], given: Members): OrderBody =>
  orderInput(context, messageOf(name, context.profile)).read(given)
