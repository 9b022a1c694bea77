import { type OptionNames, requireKnownOptions } from '@nationec/errors'
import { systemTimers, type Timers } from '@nationec/transport'
import type { CentreCredentials } from '../credentials/centre-credentials.ts'
import { sealEnvelope } from '../envelope/seal-envelope.ts'
import { CentreError, centreOptionError, isCentreError } from '../errors/centre-error.ts'
import type { CentreProfile } from '../profile/centre-profile.ts'
import { defaultCentreProfile } from '../profile/default-centre-profile.ts'
import { within } from '../waiting/within.ts'
import { checkOptions } from './check-options.ts'
import { handOn } from './hand-on.ts'
import { type OpenedPush, openPush } from './open-push.ts'
import { defaultAnswers, type PushAnswers, type PushAnswerTools } from './push-answers.ts'
import type { SettlementPushEvent } from './push-event.ts'
import { type PushLog, PushRefusal, write } from './push-log.ts'
import { createPushMemory, type PushMemory } from './push-memory.ts'
import { readRequest } from './read-request.ts'

const MINUTE = 60_000
/** Enough for a push with every part of its settlement; one that is larger is found by the query. */
const PUSH_LIMIT = 65_536

/** What pushes are received with. */
export interface ReceivePushOptions {
  readonly credentials: CentreCredentials
  /**
   * Takes the event: write it down, or query the order. What it throws makes the centre repeat; a later repeat is handed
   * on again. It is never called twice for one push at the same time.
   */
  readonly onPush: (event: SettlementPushEvent) => void | Promise<void>
  /**
   * 机构编码, or a list of them where one address takes the pushes of several branches: a push that names an institution
   * outside is refused. Which one it named stands in the event's body.
   */
  readonly orgCodg?: string | readonly string[] | undefined
  /** Default: `defaultCentreProfile`. */
  readonly profile?: CentreProfile | undefined
  /**
   * Which pushes were handed on. Default: a memory of this process, one for each credentials object, with 100,000 places;
   * it is lost with the process, so `onPush` must stand a repeat after a restart.
   */
  readonly memory?: PushMemory | undefined
  /** Hears of every push and why it was refused, without personal data. */
  readonly log?: PushLog | undefined
  /** What the centre is told. Default: an assumption, see {@link PushAnswers}. */
  readonly answers?: Partial<PushAnswers> | undefined
  /** Milliseconds a push may be old, or seem to come from the future. Default 10 minutes: an assumption. */
  readonly window?: number | undefined
  /** The most bytes of a push. Default 65,536: a real one has about 1,000. At most 921,600, at least 1,024. */
  readonly limit?: number | undefined
  /** Milliseconds a push is remembered. Default 24 hours, at least twice the window. */
  readonly keep?: number | undefined
  /**
   * Milliseconds after which the centre is asked to repeat although the handler goes on, and the longest that a body may
   * take to arrive. Default 10,000.
   */
  readonly patience?: number | undefined
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: (() => number) | undefined
  /** Timers of `patience` and of slow senders. Default: the runtime's own. */
  readonly timers?: Timers | undefined
}

const OPTIONS: OptionNames<ReceivePushOptions> = {
  credentials: true,
  onPush: true,
  orgCodg: true,
  profile: true,
  memory: true,
  log: true,
  answers: true,
  window: true,
  limit: true,
  keep: true,
  patience: true,
  clock: true,
  timers: true,
}

/**
 * Receives one 结算结果通知 (6302, clause 4.3) on any server that speaks `Request` and `Response`.
 *
 * Verified in this order: size, the form of the signature and the application, JSON, signature, that it is no answer, time, organisation, fields, amounts (fund + account + cash = total). A
 * genuine push is handed to `onPush` once, also when it comes twice at the same time; a repeat of a handled one is
 * accepted without handing it on. Every refusal looks the same to the sender, and says why in the log. Without the right
 * signature nothing in a push is looked at, and no option changes that.
 *
 * A push proves what the centre sent, not what the order is now: it may come late or never, so query before you book.
 *
 * Rejects only for options that do not exist or do not fit (`CENTRE_OPTION_INVALID`).
 *
 * @example not run: needs a payment centre that pushes
 * ```ts
 * import { createCentreCredentials, receivePush } from '@nationec/payment-centre'
 *
 * const credentials = createCentreCredentials({
 *   appId: process.env['CENTRE_APP_ID'] ?? '',
 *   appSecret: process.env['CENTRE_APP_SECRET'] ?? '',
 *   privateKey: process.env['CENTRE_PRIVATE_KEY'] ?? '',
 *   platformPublicKey: process.env['CENTRE_PUBLIC_KEY'] ?? '',
 * })
 *
 * export default {
 *   fetch: (request: Request): Promise<Response> =>
 *     receivePush(request, {
 *       credentials,
 *       orgCodg: 'H33010200001',
 *       log: (entry) => console.log(entry),
 *       onPush: ({ payOrdId }) => console.log('query this order now:', payOrdId),
 *     }),
 * }
 * ```
 */
export async function receivePush(request: Request, options: ReceivePushOptions): Promise<Response> {
  requireKnownOptions(options, OPTIONS, centreOptionError)
  const { credentials, onPush, log, profile = defaultCentreProfile, clock = Date.now, timers = systemTimers } = options
  const { window = 10 * MINUTE, keep = 24 * 60 * MINUTE, patience = 10_000, limit = PUSH_LIMIT, orgCodg } = options
  checkOptions({ credentials, onPush, orgCodg, window, limit, keep, patience })
  const tools: PushAnswerTools = {
    seal: (header, data) => sealEnvelope({ header, data, moment: clock() }, { credentials, profile }),
  }
  const text = await readRequest(request, { limit, deadline: patience, timers })
  const now = clock()
  let push: OpenedPush | PushRefusal
  try {
    const checks = { credentials, profile, now, window, orgCodg }
    push =
      text instanceof PushRefusal
        ? text
        : await within(() => openPush(text, checks), { timers, milliseconds: patience }, keyTooSlow)
  } catch (cause) {
    if (!isCentreError(cause, 'CENTRE_KEY_FAILED')) throw cause
    write(log, { outcome: 'asked to repeat', reason: 'key failed' }, cause)
    return answer('repeat', options.answers, tools)
  }
  if (push instanceof PushRefusal) {
    const { reason, detail, payOrdId } = push
    write(log, {
      outcome: 'refused',
      reason,
      ...(detail === undefined || detail === '' ? {} : { detail }),
      ...(payOrdId === undefined ? {} : { payOrdId }),
    })
    return answer('refused', options.answers, tools)
  }
  const memory = options.memory ?? memoryOf(credentials)
  const times = {
    now,
    leaseUntil: now + Math.max(keep / 24, 2 * patience),
    keepUntil: now + Math.max(keep, 2 * window),
  }
  const outcome = await handOn(push, times, { memory, onPush, log, timers, patience })
  return answer(outcome, options.answers, tools)
}

/** A receiver is often written inline, with new options for each request; the memory must not be new each time. */
const memories = new WeakMap<CentreCredentials, PushMemory>()

function memoryOf(credentials: CentreCredentials): PushMemory {
  const known = memories.get(credentials) ?? createPushMemory()
  memories.set(credentials, known)
  return known
}

/** An answer of the caller's own that throws gives way to ours: the push was judged all the same. */
async function answer(
  kind: keyof PushAnswers,
  own: Partial<PushAnswers> = {},
  tools: PushAnswerTools,
): Promise<Response> {
  try {
    return await (own[kind] ?? defaultAnswers[kind])(tools)
  } catch {
    return defaultAnswers[kind](tools)
  }
}

function keyTooSlow(): CentreError {
  return new CentreError('CENTRE_KEY_FAILED', { delivery: 'unknown' })
}
