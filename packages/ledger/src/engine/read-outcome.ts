import type { Client } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import {
  decodeResponse,
  messageOf,
  orderState,
  type Profile,
  readAnswer,
  refuseFailure,
  type WireAmounts,
} from '@nationec/protocol'
import { hiddenTexts } from '@nationec/protocol/privacy'
import type { Fact, Failure } from '../model/facts.ts'
import type { OperationKind } from '../store/rows.ts'
import { failure, failureOf } from './failure.ts'

/** The interface of each kind. */
export const INTERFACES = {
  upload: 'uploadFees',
  place: 'placeOrder',
  revoke: 'revokeFees',
  refund: 'refund',
} as const satisfies Readonly<Record<Exclude<OperationKind, 'raw'>, keyof Client>>

type Body = Readonly<Record<string, unknown>>

/**
 * What the body of an answer with code 0 says. Only SUCC and `true` are success; a value without a description leaves
 * the outcome unknown.
 */
export function factOfBody(kind: OperationKind, body: Body, profile: Profile, proof: 'answer' | 'memory'): Fact {
  const answer = JSON.stringify(body)
  const payOrdId = textOf(body['payOrdId'])
  switch (kind) {
    case 'upload':
      return { type: 'done', proof, answer, payOrdId }
    case 'place':
      return placed(body, profile, proof)
    case 'revoke':
      if (String(body['success']) === 'true') return { type: 'done', proof, answer }
      if (String(body['success']) === 'false')
        return { type: 'refused', proof, failure: withAnswer('REVOKE_REFUSED', body) }
      return { type: 'lost', failure: failure('OUTCOME_UNCERTAIN') }
    case 'refund': {
      const status = body['refStatus']
      if (status === 'SUCC') return { type: 'done', proof, answer, refdSn: textOf(body['refdSn']) }
      if (status === 'FAIL') return { type: 'refused', proof, failure: withAnswer('REFUND_FAILED', body) }
      if (status === 'EXP')
        return { type: 'lost', failure: withAnswer('OUTCOME_UNCERTAIN', body), person: 'refund-unclear' }
      return { type: 'lost', failure: failure('OUTCOME_UNCERTAIN') }
    }
    default:
      return { type: 'done', proof, answer }
  }
}

/** The failure that an answer with code 0 tells: the caller may want what it said. */
function withAnswer(code: 'REFUND_FAILED' | 'REVOKE_REFUSED' | 'OUTCOME_UNCERTAIN', answer: Body): Failure {
  return { ...failure(code), answer }
}

/** The answer to a placed payment, as the client gives it: the state of the order beside the body. */
function placed(given: Body, profile: Profile, proof: 'answer' | 'memory'): Fact {
  const body = (given['body'] ?? given) as WireAmounts & { readonly payOrdId?: unknown }
  const state = orderState(body, profile)
  const payOrdId = textOf(body.payOrdId)
  return { type: 'done', proof, answer: JSON.stringify({ ...state, body }), payOrdId, state: { ...state, payOrdId } }
}

/** What an error of a call says: that it never left, was refused, or that what became of it is not known. */
export function factOfError(error: unknown, proof: 'answer' | 'memory' = 'answer'): Fact {
  const delivery = isNationEcError(error) ? error.delivery : 'unknown'
  const known = failureOf(error)
  if (delivery === 'not-sent') return { type: 'not-sent', failure: known }
  return delivery === 'answered' ? { type: 'refused', proof, failure: known } : { type: 'lost', failure: known }
}

/**
 * What the text of an answer says, judged as the client judges it.
 *
 * @param request the body of the request, for the fields that an answer repeats
 */
export function factOfText(
  kind: OperationKind,
  text: string,
  profile: Profile,
  { request, proof }: { readonly request: Body; readonly proof: 'answer' | 'memory' },
): Fact {
  try {
    const answer = readAnswer(text)
    refuseFailure(answer, () => hiddenTexts(request))
    if (kind === 'raw') return { type: 'done', proof, answer: JSON.stringify(text) }
    const body = decodeResponse(messageOf(INTERFACES[kind], profile), answer, { profile, request })
    return factOfBody(kind, body as Body, profile, proof)
  } catch (error) {
    return factOfError(error, proof)
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
