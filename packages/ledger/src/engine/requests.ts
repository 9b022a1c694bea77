import { isObject, readJson } from '@nationec/crypto/json'
import { fenOf, operationOf, type Profile, readRequest } from '@nationec/protocol'
import { maskText } from '@nationec/protocol/privacy'
import { LedgerError } from '../errors/ledger-error.ts'
import type { Intent } from '../model/begin.ts'
import { dayOf } from '../model/day.ts'
import type { RefundAmounts } from '../model/sums.ts'
import { canonical } from '../store/chain.ts'
import type { OperationKind } from '../store/rows.ts'

/** The key of an operation, and what else its caller says of it. */
export interface OperationOptions {
  /** Yours, stored before the call: the same key never has two effects, and tells what became of the first. */
  readonly key: string
  /** Who makes the keys, for example the origin of a page. Default `''`. */
  readonly scope?: string | undefined
  /** The terminal, where there are several; also for `ledger.orders`. */
  readonly till?: string | undefined
  /** Who asks for it, as the institution names its people; stored, and covered by the chain. */
  readonly operator?: string | undefined
  /**
   * What a repetition is compared by, where the parameters were completed for this call, by a number or a time. Default: the
   * parameters.
   */
  readonly request?: unknown
  /**
   * True: what was refused, or is known not to have been done, is sent again under its key; for keys that are made from the
   * request itself. Default false.
   */
  readonly againAfterRefusal?: boolean | undefined
  /** Why it is another bill, after `POSSIBLE_DUPLICATE`; stored with the operation. */
  readonly notDuplicate?: { readonly because: string } | undefined
}

type Body = Readonly<Record<string, unknown>>

/** What a request is made an intent with. */
export interface IntentParts {
  readonly digest: (text: string) => string
  readonly owner: string
  readonly now: number
  readonly lease: number
}

/**
 * Reads the numbers and amounts of a request.
 *
 * @throws `KEY_INVALID`, `NUMBER_MISSING`; `MONEY_INVALID` for an amount that is none
 */
export function intentOf(
  kind: OperationKind,
  body: Body,
  { key, scope = '', till, operator, notDuplicate, request = body, againAfterRefusal: again }: OperationOptions,
  { digest, owner, now, lease }: IntentParts,
): Intent {
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw new LedgerError('KEY_INVALID')
  const because = notDuplicate?.because.trim()
  if (notDuplicate !== undefined && because === '') throw new LedgerError('DECISION_INVALID', NO_REASON)
  const number = (name: string): string | undefined => plain(body[name], digest)
  const [medOrgOrd, payOrdId, appRefdSn] = [number('medOrgOrd'), number('payOrdId'), number('appRefdSn')]
  const named = {
    upload: medOrgOrd !== undefined,
    place: payOrdId !== undefined,
    revoke: payOrdId !== undefined,
    refund: payOrdId !== undefined && appRefdSn !== undefined,
    raw: true,
  }
  if (!named[kind]) throw new LedgerError('NUMBER_MISSING')
  const amount = fen(body['medfeeSumamt'] ?? body['feeSumamt'] ?? body['totlRefdAmt'])
  const person = personOf(body)
  const alike = kind === 'upload' && person !== undefined && amount !== undefined
  return {
    ...{ scope, key, kind, medOrgOrd, payOrdId, amount, till, operator, owner, lease, again },
    digest: digest(canonical({ kind, body: request })),
    ...(kind === 'refund' && {
      appRefdSn,
      refdType: code(body['refdType']),
      refund: refundOf(body, amount ?? 0n),
    }),
    ...(kind === 'upload' && person !== undefined && { person: personDigest(person, digest) }),
    ...(alike && { alike: digest(`alike\n${person}\n${amount}\n${dayOf(now)}`) }),
    ...(because === undefined ? {} : { notDuplicate: because.slice(0, 500) }),
  }
}

const NO_REASON = { details: [{ en: 'notDuplicate.because is empty;', zh: 'notDuplicate.because 不能为空；' }] }

/** A text that was made elsewhere, read as far as the ledger needs it. */
export interface ReadText {
  readonly transType: string
  readonly kind: OperationKind | 'none'
  readonly body: Body
}

/**
 * Reads the text of a request.
 *
 * @throws `TEXT_AMBIGUOUS` for a text that is no JSON object, or names a member twice: two readers could take it for two
 *   different requests
 */
export function readText(text: string, profile: Profile): ReadText {
  const envelope = typeof text === 'string' ? readJson(text) : undefined
  if (!isObject(envelope)) throw new LedgerError('TEXT_AMBIGUOUS')
  const inner = envelope['data']
  if (typeof inner === 'string' && /^\s*[{[]/.test(inner) && readJson(inner) === undefined)
    throw new LedgerError('TEXT_AMBIGUOUS')
  const { transType, data } = readRequest(text)
  const operation = operationOf(transType, profile)
  const kind = operation === undefined ? 'raw' : (KINDS[operation] ?? 'none')
  return { transType, kind, body: typeof data === 'object' && data !== null ? (data as Body) : {} }
}

const KINDS: Readonly<Record<string, OperationKind>> = {
  uploadFees: 'upload',
  placeOrder: 'place',
  revokeFees: 'revoke',
  refund: 'refund',
}

/** The intent of such a text: a request that the protocol does not know holds every number in it, however deep. */
export function intentOfText(
  { transType, kind, body }: ReadText & { readonly kind: OperationKind },
  text: string,
  options: OperationOptions,
  parts: IntentParts,
): Intent {
  const { digest } = parts
  const intent = intentOf(kind, body, { ...options, request: options.request ?? text }, parts)
  const shown = /^[A-Za-z0-9_.-]{1,64}$/.test(transType) && maskText(transType) === transType
  const [bill, ...moreBills] = numbersIn(body, 'medOrgOrd', digest)
  const [order, ...moreOrders] = numbersIn(body, 'payOrdId', digest)
  return {
    ...intent,
    transType: shown ? transType : undefined,
    ...(kind === 'raw' && { medOrgOrd: bill, payOrdId: order, moreBills, moreOrders }),
  }
}

/** Every number under this name, in members, lists and JSON inside texts; at most three. */
function numbersIn(value: unknown, name: string, digest: (text: string) => string): string[] {
  const found = new Set<string>()
  const open: unknown[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string' && /^\s*[{[]/.test(next)) open.push(readJson(next))
    if (typeof next !== 'object' || next === null) continue
    for (const [member, inner] of Object.entries(next)) {
      const number = member === name ? plain(typeof inner === 'number' ? String(inner) : inner, digest) : undefined
      if (number !== undefined) found.add(number)
      open.push(inner)
    }
  }
  return [...found].slice(0, 3)
}

const PLAIN = /^[A-Za-z0-9_.:/#-]{1,64}$/

/**
 * A number as the ledger keeps it. What does not look like a number may be anything, a name in the wrong field for
 * instance: it is kept as a digest, which still tells one from another.
 */
export function plain(value: unknown, digest: (text: string) => string): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  return PLAIN.test(value) ? value : `#${digest(value).slice(0, 24)}`
}

function code(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9]{1,8}$/.test(value) ? value : undefined
}

function fen(value: unknown): bigint | undefined {
  return value === undefined || value === null || value === '' ? undefined : fenOf(String(value))
}

function refundOf(body: Body, total: bigint): RefundAmounts {
  return {
    total,
    fund: fen(body['fundRefdAmt']),
    account: fen(body['psnAcctRefdAmt']),
    cash: fen(body['cashRefdAmt']),
  }
}

/** How the ledger keeps a person: it can be compared, and not read. */
export const personDigest = (person: string, digest: (text: string) => string): string => digest(`person\n${person}`)

/** Who the bill is of, as far as the request says. */
export function personOf(body: Body): string | undefined {
  const value = body['idNo'] ?? body['psnNo']
  return typeof value === 'string' && value !== '' ? value : undefined
}
