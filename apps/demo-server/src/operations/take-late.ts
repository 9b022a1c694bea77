import { decodeResponse, type Message, type Profile, readAnswer, readRequest } from '@nationec/protocol'
import type { LateOutcome } from '@nationec/terminal'
import type { OperationKind } from '../model/operation.ts'
import type { References } from '../model/references.ts'
import type { Books } from './books.ts'
import { checkAnswered } from './check-answered.ts'
import type { Entry } from './entry.ts'
import { kindOfTransType } from './kind-of.ts'

/** The numbers that a request holds. */
export type ReadNumbers = (transType: string, data: unknown) => References

export interface LateParts {
  readonly books: Books
  readonly profile: Profile
  /** The message of an upload in the generation of the profile. */
  readonly upload: Message
  readonly readNumbers: ReadNumbers
}

/**
 * Takes what the terminal says of a request whose caller was told `unknown`.
 *
 * That it was never carried out closes its operation. The answer to an upload is worth more than the query that proves
 * it: only that answer has the payToken. Answers to other requests are left to the query, which tells their effect.
 */
export async function takeLate(
  { books, profile, upload, readNumbers }: LateParts,
  { request, answer }: LateOutcome,
): Promise<void> {
  const { transType, data } = readRequest(request)
  const kind = kindOfTransType(profile, transType)
  const entry = operationOf(books, kind, readNumbers(transType, data))
  if (entry === undefined) return
  if (answer === undefined) {
    if (entry.state === 'unknown') await books.resolve(entry, 'not-done', 'answer')
    return
  }
  if (kind !== 'upload') return
  const read = readAnswer(answer)
  if (read.code !== 0) return
  const asked = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {}
  const body = decodeResponse(upload, read, { profile, request: asked }) as { readonly payOrdId?: string | undefined }
  checkAnswered(books, upload, { request: data, body })
  await books.answerLate(entry, { status: 201, body, references: { payOrdId: body.payOrdId } })
}

/** The operation that is meant: on one bill or order there is one at a time whose outcome is open. */
function operationOf(books: Books, kind: OperationKind, numbers: References): Entry | undefined {
  const { medOrgOrd, payOrdId, appRefdSn } = numbers
  return books.index.ofOrder(kind === 'upload' ? { medOrgOrd } : { payOrdId }).findLast(
    (entry) =>
      entry.kind === kind &&
      entry.references.appRefdSn === appRefdSn &&
      // What a query has proved has the error as its answer still.
      (entry.state === 'unknown' || (entry.state === 'done' && entry.resolvedBy === 'query')),
  )
}
