import type { Message } from '../description/message.ts'
import { protocolError } from '../errors/catalogue.ts'
import type { Issue } from '../errors/issue.ts'
import type { GivenNumbers } from '../order/given-numbers.ts'
import { isAbsent, isJsonObject, type JsonObject } from '../schema/tolerant-reader.ts'
import { unfold } from './parse-json.ts'

/**
 * Refuses the answer to another request by its numbers, and learns those of a right one.
 *
 * The centre gives one `payOrdId` for one `medOrgOrd` and one `refdSn` for one `appRefdSn`, so a number that was given for
 * another of ours before proves that the answer is stale. Messages that hold no such pair are let through.
 *
 * @param exchanged the two bodies, as objects or as their JSON text
 * @throws `ANSWER_INVALID`, `delivery: 'unknown'`
 */
export function checkGiven(
  message: Message,
  exchanged: { readonly request: unknown; readonly body: unknown },
  given: GivenNumbers,
): void {
  const { pair } = message
  if (pair === undefined) return
  const [request, body] = [membersOf(exchanged.request), membersOf(exchanged.body)]
  const number = textOf(body[pair.theirs]) ?? textOf(request[pair.theirs])
  const owner = textOf(request[pair.ours]) ?? textOf(body[pair.ours])
  if (number === undefined || owner === undefined) return
  const known = given.ownerOf(pair.theirs, number)
  if (known === undefined) given.learn(pair.theirs, number, owner)
  else if (known !== owner) throw protocolError('ANSWER_INVALID', { issues: [foreign(pair.theirs, pair.ours)] })
}

function foreign(theirs: string, ours: string): Issue {
  return {
    path: `data.${theirs}`,
    rule: 'echo',
    text: {
      en: `was given for another ${ours} before: this is the answer to another request`,
      zh: `此前已对应另一个 ${ours}，可能是其他请求的返回`,
    },
  }
}

function membersOf(body: unknown): JsonObject {
  const members = unfold(body)
  return isJsonObject(members) ? members : {}
}

function textOf(value: unknown): string | undefined {
  if (isAbsent(value)) return undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
