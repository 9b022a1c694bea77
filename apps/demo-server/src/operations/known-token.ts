import type { Books } from './books.ts'

/** The payToken of an order that this agent uploaded, from the sealed answer in the journal. */
export async function knownPayToken(
  books: Pick<Books, 'index' | 'answerOf'>,
  payOrdId: string,
): Promise<string | undefined> {
  for (const entry of books.index.ofOrder({ payOrdId })) {
    if (entry.kind !== 'upload' || entry.state !== 'done' || entry.references.payOrdId !== payOrdId) continue
    const answer = await books.answerOf(entry)
    const body = answer?.state === 'done' ? answer.body : undefined
    if (typeof body === 'object' && body !== null && 'payToken' in body && typeof body.payToken === 'string') {
      return body.payToken
    }
  }
  return undefined
}
