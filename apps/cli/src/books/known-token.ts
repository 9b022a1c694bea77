import type { Message } from '@nationec/protocol'
import type { Books } from './open-books.ts'

type Body = Readonly<Record<string, unknown>>

/** A body with the payToken of its order, where the message takes one, none is given, and the ledger has it. */
export async function withKnownToken(given: Body, { request }: Message, books: Books | undefined): Promise<Body> {
  const { payOrdId, payToken } = given
  if (books === undefined || request['payToken'] === undefined) return given
  if (typeof payOrdId !== 'string' || payToken !== undefined) return given
  const order = await books.order({ payOrdId })
  if (order === undefined) return given
  for (const operation of await books.operationsOf(order.id)) {
    if (operation.kind !== 'upload' || operation.state !== 'done') continue
    const known: unknown = Object(operation.answer).payToken
    if (typeof known === 'string') return { ...given, payToken: known }
  }
  return given
}
