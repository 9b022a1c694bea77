import { systemTimers, type Timers } from '@nationec/transport'
import type { CentreCredentials } from '../credentials/centre-credentials.ts'
import { type CentreError, centreError } from '../errors/centre-error.ts'
import { fetchSend } from '../http/fetch-send.ts'
import type { HttpSend } from '../http/http-send.ts'
import { nodeSend } from '../http/node-send.ts'
import type { CentreOperation, CentreProfile } from '../profile/centre-profile.ts'
import { defaultCentreProfile } from '../profile/default-centre-profile.ts'
import type { CentreClientOptions, UnprovedAnswer } from './options.ts'

/** The options of a client, read once and found usable. */
export interface CentreSettings {
  readonly credentials: CentreCredentials
  readonly profile: CentreProfile
  readonly urls: Readonly<Record<CentreOperation, URL>>
  readonly deadlines: Readonly<Record<CentreOperation, number>>
  readonly send: HttpSend
  readonly timers: Timers
  readonly clock: () => number
  readonly onUnproved: ((claim: UnprovedAnswer) => void) | undefined
}

const USUAL: Readonly<Record<CentreOperation, number>> = {
  uploadFees: 60_000,
  placeOrder: 60_000,
  refund: 60_000,
  querySettlement: 20_000,
  revokeFees: 60_000,
}

/** What a timer of every runtime can wait: longer ones fire at once. */
const LONGEST_DEADLINE = 2 ** 31 - 1

export function readOptions(options: CentreClientOptions): CentreSettings {
  const {
    credentials,
    profile = defaultCentreProfile,
    fetch,
    tls = {},
    clock = Date.now,
    timers = systemTimers,
    onUnproved,
  } = options
  if (typeof credentials?.sign !== 'function') throw invalid('credentials', 'from createCentreCredentials')
  if (onUnproved !== undefined && typeof onUnproved !== 'function') throw invalid('onUnproved', 'a function')
  const base = readBase(options.baseUrl)
  return {
    credentials,
    profile,
    clock,
    timers,
    onUnproved,
    deadlines: readDeadlines({ ...USUAL, ...options.deadlines }),
    send: fetch === undefined ? nodeSend(tls) : fetchSend(fetch),
    urls: mapOperations((operation) => new URL(base + profile.paths[operation])),
  }
}

/** An address is shown by nobody: it may hold a name and a password, which are refused. */
function readBase(baseUrl: unknown): string {
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const fits =
    url !== undefined &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === ''
  if (!fits) throw invalid('baseUrl', 'an http or https address without user name, query and fragment')
  return url.href.replace(/\/+$/, '')
}

function readDeadlines(deadlines: Record<CentreOperation, number>): Record<CentreOperation, number> {
  for (const [name, value] of Object.entries(deadlines)) {
    if (!Object.hasOwn(USUAL, name)) throw invalid('deadlines', 'a table of operations')
    checkDeadline(value, `deadlines.${name}`)
  }
  return deadlines
}

export function checkDeadline(value: unknown, name: string): void {
  const fits = typeof value === 'number' && value >= 0 && value <= LONGEST_DEADLINE
  if (!fits) throw invalid(name, `milliseconds from 0 to ${LONGEST_DEADLINE}`)
}

export function invalid(name: string, expected: string): CentreError {
  return centreError('CENTRE_OPTION_INVALID', `\`${name}\` must be ${expected}.`, `${name} 的值无效。`)
}

function mapOperations<Value>(make: (operation: CentreOperation) => Value): Record<CentreOperation, Value> {
  return {
    uploadFees: make('uploadFees'),
    placeOrder: make('placeOrder'),
    refund: make('refund'),
    querySettlement: make('querySettlement'),
    revokeFees: make('revokeFees'),
  }
}
