import {
  aFunction,
  anObject,
  type BilingualText,
  type ErrorCatalogue,
  fromTo,
  type OptionNames,
  requireKnownOptions,
  requireOption,
  trueOrFalse,
} from '@nationec/errors'
import { transportErrors } from './catalogue.ts'
import type { TransportLimits, TransportSpec, TransportSupports } from './contract.ts'
import { DEFAULT_DEADLINE, specificationLimits } from './limits.ts'
import { exceedsUtf8 } from './text-size.ts'
import { LONGEST_WAIT } from './timers.ts'
import { optionErrorOf } from './transport-error.ts'

/** A spec that was read once and checked; nothing later looks at the author's object again. */
export interface Definition {
  readonly name: string
  readonly supports: TransportSupports
  readonly url: string
  readonly limits: TransportLimits
  readonly deadline: number
  readonly errors: ErrorCatalogue
  /** Whether a text takes more bytes on the wire than the limit. Throws what the author's `measure` throws. */
  readonly exceeds: (text: string, limit: number) => boolean
  readonly open: TransportSpec['open']
}

const NAME = /^[a-z][a-z0-9-]{0,39}$/
const UNNAMED = '(unnamed)'
const aName: BilingualText = { en: 'lower-case letters, digits and dashes', zh: '小写字母、数字与连字符' }

/** What {@link isWait} accepts. */
export const aWait: BilingualText = fromTo(0, LONGEST_WAIT, { en: 'milliseconds', zh: '毫秒数' })

const SPEC: OptionNames<TransportSpec> = {
  ...{ specVersion: true, name: true, supports: true, url: true, limits: true },
  ...{ measure: true, deadline: true, errors: true, open: true },
}
const SUPPORTS: OptionNames<TransportSupports> = { cancel: true, disconnectEvents: true }

/** Reads a spec. Throws `OPTION_INVALID`, naming the first member that is wrong. */
export function readSpec(spec: TransportSpec): Definition {
  requireOption(typeof spec === 'object' && spec !== null, 'spec', anObject, optionErrorOf(UNNAMED))
  const { specVersion, name, supports, url = '', measure, deadline = DEFAULT_DEADLINE, errors = {}, open } = spec
  requireOption(typeof name === 'string' && NAME.test(name), 'name', aName, optionErrorOf(UNNAMED))
  const invalid = optionErrorOf(name)
  // An object of a class has members of its own.
  if (Object.getPrototypeOf(spec) === Object.prototype) requireKnownOptions(spec, SPEC, invalid)
  requireOption(specVersion === 1, 'specVersion', { en: '1', zh: '1' }, invalid)
  requireKnownOptions(supports ?? {}, SUPPORTS, invalid, 'supports')
  const { cancel, disconnectEvents } = supports ?? {}
  requireOption(typeof cancel === 'boolean', 'supports.cancel', trueOrFalse, invalid)
  requireOption(typeof disconnectEvents === 'boolean', 'supports.disconnectEvents', trueOrFalse, invalid)
  requireOption(typeof url === 'string', 'url', { en: 'a text', zh: '文本' }, invalid)
  requireOption(measure === undefined || typeof measure === 'function', 'measure', aFunction, invalid)
  requireOption(isWait(deadline), 'deadline', aWait, invalid)
  requireOption(typeof open === 'function', 'open', aFunction, invalid)
  return Object.freeze({
    name,
    supports: Object.freeze({ cancel, disconnectEvents }),
    url,
    limits: readLimits(name, spec.limits ?? {}),
    deadline,
    errors: Object.freeze({ ...errors, ...transportErrors }),
    exceeds: measure === undefined ? exceedsUtf8 : (text: string, limit: number): boolean => !(measure(text) <= limit),
    open: open.bind(spec),
  })
}

/** Tells whether a value is a wait that the runtimes' timers keep. */
export function isWait(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LONGEST_WAIT
}

const LIMITS: OptionNames<TransportLimits> = { url: true, text: true, answer: true }

function readLimits(name: string, given: Partial<TransportLimits>): TransportLimits {
  const invalid = optionErrorOf(name)
  requireKnownOptions(given, LIMITS, invalid, 'limits')
  const limits = { ...specificationLimits, ...dropUndefined(given) }
  for (const key of ['url', 'text', 'answer'] as const) {
    const [limit, most] = [limits[key], specificationLimits[key]]
    const expected = fromTo(1, most, { en: 'bytes', zh: '字节数' })
    requireOption(Number.isInteger(limit) && limit > 0 && limit <= most, `limits.${key}`, expected, invalid)
  }
  return Object.freeze({ url: limits.url, text: limits.text, answer: limits.answer })
}

function dropUndefined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<Value>
}
