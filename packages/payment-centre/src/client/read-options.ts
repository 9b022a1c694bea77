import { aFunction, type BilingualText, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { isOrgId, orgIdForm } from '@nationec/protocol'
import { aWait, isWait, systemTimers, type Timers } from '@nationec/transport'
import {
  type CentreCredentials,
  fromCreateCentreCredentials,
  isCredentials,
} from '../credentials/centre-credentials.ts'
import { centreOptionError } from '../errors/centre-error.ts'
import { fetchSend } from '../http/fetch-send.ts'
import type { HttpSend } from '../http/http-send.ts'
import { nodeSend } from '../http/node-send.ts'
import type { CentreOperation, CentreProfile } from '../profile/centre-profile.ts'
import { defaultCentreProfile } from '../profile/default-centre-profile.ts'
import type { CentreCallOptions, CentreClientOptions, UnprovedAnswer } from './options.ts'

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

const OPTIONS: OptionNames<CentreClientOptions> = {
  baseUrl: true,
  credentials: true,
  orgCodg: true,
  profile: true,
  fetch: true,
  tls: true,
  clock: true,
  random: true,
  deadlines: true,
  timers: true,
  onUnproved: true,
}
const DEADLINES: OptionNames<typeof USUAL> = {
  uploadFees: true,
  placeOrder: true,
  refund: true,
  querySettlement: true,
  revokeFees: true,
}
const CALL_OPTIONS: OptionNames<CentreCallOptions> = { signal: true, deadline: true }

const aSignal: BilingualText = { en: 'an AbortSignal', zh: 'AbortSignal' }
const anAddress: BilingualText = {
  en: 'an http or https address without user name, query and fragment',
  zh: 'http 或 https 地址，不含用户名、查询参数和片段',
}

/** @throws `CENTRE_OPTION_INVALID` naming the first option that is wrong */
export function readOptions(options: CentreClientOptions): CentreSettings {
  requireKnownOptions(options, OPTIONS, centreOptionError)
  const {
    credentials,
    profile = defaultCentreProfile,
    fetch,
    tls = {},
    clock = Date.now,
    timers = systemTimers,
    onUnproved,
  } = options
  requireOption(isCredentials(credentials), 'credentials', fromCreateCentreCredentials, centreOptionError)
  requireOption(isOrgId(options.orgCodg), 'orgCodg', orgIdForm, centreOptionError)
  requireOption(
    onUnproved === undefined || typeof onUnproved === 'function',
    'onUnproved',
    aFunction,
    centreOptionError,
  )
  const base = readBase(options.baseUrl)
  return {
    credentials,
    profile,
    clock,
    timers,
    onUnproved,
    deadlines: readDeadlines(options.deadlines),
    send: fetch === undefined ? nodeSend(tls) : fetchSend(fetch),
    urls: mapOperations((operation) => new URL(base + profile.paths[operation])),
  }
}

/** No error shows the address: it may hold a name and a password, which are refused. */
function readBase(baseUrl: unknown): string {
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const fits =
    url !== undefined &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === ''
  requireOption(fits, 'baseUrl', anAddress, centreOptionError)
  return url.href.replace(/\/+$/, '')
}

function readDeadlines(given: CentreClientOptions['deadlines'] = {}): Record<CentreOperation, number> {
  requireKnownOptions(given, DEADLINES, centreOptionError, 'deadlines')
  const deadlines = { ...USUAL, ...given }
  for (const [name, value] of Object.entries(deadlines)) {
    requireOption(isWait(value), `deadlines.${name}`, aWait, centreOptionError)
  }
  return deadlines
}

/** @throws `CENTRE_OPTION_INVALID` naming the first option of a call that is wrong */
export function checkCallOptions(options: CentreCallOptions): void {
  requireKnownOptions(options, CALL_OPTIONS, centreOptionError)
  const { signal, deadline } = options
  requireOption(deadline === undefined || isWait(deadline), 'deadline', aWait, centreOptionError)
  requireOption(signal === undefined || isSignal(signal), 'signal', aSignal, centreOptionError)
}

function isSignal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value
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
