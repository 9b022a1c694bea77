import { checkGiven, type GivenNumbers, type Message } from '@nationec/protocol'
import { plainNumber } from '../model/plain-number.ts'
import type { References } from '../model/references.ts'

/** The numbers of the centre in an answer. */
export type AnsweredNumbers = Pick<References, 'payOrdId' | 'refdSn'>

/** An answer and what was asked, in the words of their message. */
export interface Exchanged {
  readonly request: unknown
  readonly body: unknown
}

/**
 * Refuses an answer with a number that this agent knows for another bill or another refund, now or before its restart, and
 * gives the centre's numbers in a right one.
 *
 * @throws `ANSWER_INVALID`, `delivery: 'unknown'`
 */
export function checkAnswered(
  { given }: { readonly given: GivenNumbers },
  message: Message,
  { request, body }: Exchanged,
): AnsweredNumbers {
  const answered = numbersIn(body)
  checkGiven(message, { request: numbersIn(request), body: answered }, given)
  const { payOrdId, refdSn } = answered
  return { ...(payOrdId === undefined ? {} : { payOrdId }), ...(refdSn === undefined ? {} : { refdSn }) }
}

/** As the journal holds them, so that a number is the same before and after a restart. */
function numbersIn(body: unknown): Readonly<Partial<Record<(typeof NUMBERS)[number], string>>> {
  const members = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
  const found = NUMBERS.map((name) => [name, textOf(members[name])] as const)
  return Object.fromEntries(found.filter(([, number]) => number !== undefined))
}

const NUMBERS = ['payOrdId', 'medOrgOrd', 'refdSn', 'appRefdSn'] as const

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? plainNumber(value) : undefined
}
