import { isBusinessError } from '@nationec/protocol'
import type { References } from '../model/references.ts'
import type { Books } from './books.ts'
import type { SeenState } from './evidence.ts'
import { knownPayToken } from './known-token.ts'

/** What a query names an order by. */
export type OrderName = { readonly payOrdId: string; readonly payToken: string } | { readonly medOrgOrd: string }

type Known = Pick<Books, 'index' | 'answerOf' | 'orderEntry'>

/** Asks the centre for the order of an operation; `undefined` when it gives none, which proves nothing. */
export async function askCentre(
  books: Known,
  references: References,
  query: (order: OrderName) => Promise<SeenState>,
): Promise<SeenState | undefined> {
  const order = await nameOf(books, references)
  if (order === undefined) return undefined
  try {
    return await query(order)
  } catch (error) {
    if (isBusinessError(error)) return undefined
    throw error
  }
}

async function nameOf(books: Known, { payOrdId, medOrgOrd }: References): Promise<OrderName | undefined> {
  const payToken = payOrdId === undefined ? undefined : await knownPayToken(books, payOrdId)
  if (payOrdId !== undefined && payToken !== undefined) return { payOrdId, payToken }
  const number = medOrgOrd ?? books.orderEntry(payOrdId ?? '')?.facts.medOrgOrd
  return number === undefined ? undefined : { medOrgOrd: number }
}
