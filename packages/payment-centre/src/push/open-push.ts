import { bytesToHex } from '@nationec/crypto'
import { sm3 } from '@nationec/crypto/sm3'
import { compareYuan, decodePushBody, orderState, ProtocolError, readAmounts, yuan } from '@nationec/protocol'
import { type OpenedEnvelope, openEnvelope } from '../envelope/open-envelope.ts'
import type { EnvelopeKeys } from '../envelope/seal-envelope.ts'
import { isCentreError } from '../errors/centre-error.ts'
import { lookFirst } from './look-first.ts'
import type { SettlementPushEvent } from './push-event.ts'
import { PushRefusal } from './push-log.ts'

/** A push whose sender, time, organisation and sums are right. */
export interface OpenedPush {
  readonly event: SettlementPushEvent
  /** The same push gives the same key, however often it is sealed. */
  readonly key: string
}

export interface PushChecks extends EnvelopeKeys {
  readonly now: number
  /** Milliseconds that a push may be old, or seem to come from the future. */
  readonly window: number
  /** The institutions that pushes are taken for; any one, when nothing is given. */
  readonly orgCodg: string | readonly string[] | undefined
}

/** Believes nothing of a push before its signature; then checks it in the order that costs least. */
export async function openPush(text: string, checks: PushChecks): Promise<OpenedPush | PushRefusal> {
  const refusal = lookFirst(text, checks.credentials.appId)
  if (refusal !== undefined) return refusal
  const envelope = await openGenuine(text, checks)
  if (envelope instanceof PushRefusal) return envelope
  const { body, moment, header } = envelope
  if (header['code'] !== undefined && checks.profile.pushesWithCode === 'refused') return new PushRefusal('an answer')
  if (body === undefined) return new PushRefusal('no body')
  if (moment === undefined) return new PushRefusal('no timestamp')
  const age = checks.now - moment
  // Written so that a clock that gives no number lets nothing in.
  if (!(Math.abs(age) <= checks.window))
    return new PushRefusal('outside the time window', `${Math.round(age / 1000)} s`)
  const event = readEvent(body.text, moment, checks)
  if (event instanceof PushRefusal) return event
  const key = bytesToHex(sm3(new TextEncoder().encode(`${checks.credentials.appId}\n${body.canonical}`)))
  return { event, key }
}

async function openGenuine(text: string, keys: EnvelopeKeys): Promise<OpenedEnvelope | PushRefusal> {
  try {
    return await openEnvelope(text, keys)
  } catch (error) {
    if (!isCentreError(error) || error.code === 'CENTRE_KEY_FAILED') throw error
    const [detail] = error.details
    if (error.code === 'CENTRE_ENVELOPE_UNSIGNED') return new PushRefusal('unsigned', detail?.en)
    return new PushRefusal(error.code === 'CENTRE_ENVELOPE_UNREADABLE' ? 'unreadable' : 'not genuine', detail?.en)
  }
}

function readEvent(
  text: string,
  signedAt: number,
  { profile, orgCodg }: PushChecks,
): SettlementPushEvent | PushRefusal {
  const ours = typeof orgCodg === 'string' ? [orgCodg] : orgCodg
  if (ours !== undefined && organisationsIn(text).some((named) => !ours.includes(named)))
    return new PushRefusal('other organisation')
  let body: SettlementPushEvent['body']
  try {
    body = decodePushBody(text, profile.messages)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return new PushRefusal('body invalid', error.issues.map(({ path }) => path).join(', '))
  }
  const { payOrdId } = body
  const amounts = readAmounts(body)
  const parts = [body.fundPay, body.psnAcctPay, body.ownPayAmt, body.othFeeAmt, body.feeSumamt]
  const negative = parts.some((part) => part !== undefined && compareYuan(part, yuan('0')) < 0)
  if (amounts === 'disagree' || negative) return new PushRefusal('amounts disagree', undefined, payOrdId)
  return {
    payOrdId,
    medOrgOrd: body.medOrgOrd,
    paid: body.callType === '02',
    state: body.ordStas === undefined ? undefined : orderState(body, profile.messages),
    amounts: amounts === 'missing' ? undefined : amounts,
    signedAt,
    body,
  }
}

/**
 * Older editions name the institution in the body; where they do, it must be one that receives. Keys count in lower case
 * too, as the body is read.
 */
function organisationsIn(text: string): string[] {
  const body: Readonly<Record<string, unknown>> = JSON.parse(text)
  return ['orgCode', 'orgCodg', 'orgcode', 'orgcodg'].flatMap((name) => {
    const value = body[name]
    return value === undefined || value === null || value === '' || value === 'null' ? [] : [String(value)]
  })
}
