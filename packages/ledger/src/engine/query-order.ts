import type { CallOptions, Generation, QuerySettlementParameters, QuerySettlementResult } from '@nationec/client'
import type { SeenState } from '../model/facts.ts'
import type { OrderRow } from '../store/rows.ts'
import { knownToken, ordersNear, snapshotOf, takeSeen } from './ask-centre.ts'
import type { Parts } from './parts.ts'
import { plain } from './requests.ts'

/** An order that a query has told of, against what the ledger knows: nothing may be concluded from it. */
export interface DisputedOrder<Body> {
  readonly status: 'unrecognised'
  readonly ordStas: string | undefined
  /** A person was called for each of them. */
  readonly reason: 'contradiction' | 'amounts-disagree' | 'foreign-number'
  readonly body: Body
}

/** The answer of a query, with the token left out where the ledger has it. */
export type LedgerQueryParameters<Chosen extends Generation> = Omit<QuerySettlementParameters<Chosen>, 'payToken'> & {
  readonly payToken?: string | undefined
}
export type LedgerQueryResult<Chosen extends Generation> =
  | QuerySettlementResult<Chosen>
  | DisputedOrder<QuerySettlementResult<Chosen>['body']>

/** Asks for an order, and takes what the answer proves before the caller sees it. */
export async function queryOrder<Chosen extends Generation>(
  parts: Parts,
  parameters: LedgerQueryParameters<Chosen>,
  options: CallOptions & { readonly till?: string | undefined },
): Promise<LedgerQueryResult<Chosen>> {
  const { till, ...call } = options
  const asked = parameters as { readonly payOrdId?: string; readonly medOrgOrd?: string; readonly payToken?: string }
  const order = await orderOf(parts, asked)
  const payToken =
    asked.payToken ?? (order === undefined || asked.payOrdId === undefined ? undefined : await knownToken(parts, order))
  const client = parts.clientOf(till ?? order?.till)
  const snapshot = order === undefined ? undefined : await snapshotOf(parts, await ordersNear(parts, order))
  const body = { ...asked, ...(payToken === undefined ? {} : { payToken }) }
  const result = await parts.gates.cashier(client, () => client.querySettlement(body as never, call))
  if (order === undefined || snapshot === undefined) return result as QuerySettlementResult<Chosen>
  const told = result.body as { readonly payOrdId?: string | undefined; readonly medOrgOrd?: string | undefined }
  const seen = { ...result, payOrdId: told.payOrdId ?? asked.payOrdId, medOrgOrd: told.medOrgOrd } as SeenState
  const taken = await takeSeen(parts, order, snapshot, seen)
  const reason = taken === 'foreign' ? 'foreign-number' : taken
  if (reason !== 'contradiction' && reason !== 'amounts-disagree' && reason !== 'foreign-number')
    return result as QuerySettlementResult<Chosen>
  const { ordStas } = result
  return { status: 'unrecognised', ordStas, reason, body: result.body as QuerySettlementResult<Chosen>['body'] }
}

/** The order that a query is about, if the ledger has it. */
export async function orderOf(
  { store }: Parts,
  asked: { readonly payOrdId?: string | undefined; readonly medOrgOrd?: string | undefined },
): Promise<OrderRow | undefined> {
  const [payOrdId, medOrgOrd] = [asked.payOrdId, asked.medOrgOrd].map((value) => plain(value, store.digest))
  const [byNumber] = payOrdId === undefined ? [] : await store.findOrders({ payOrdId })
  if (byNumber !== undefined) return byNumber
  return medOrgOrd === undefined ? undefined : (await store.findOrders({ medOrgOrd }))[0]
}
