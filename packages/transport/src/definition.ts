import type { ErrorCatalogue } from '@nationec/errors'
import { transportErrors } from './catalogue.ts'
import type { TransportLimits, TransportSpec, TransportSupports } from './contract.ts'
import { DEFAULT_DEADLINE, specificationLimits } from './limits.ts'
import { exceedsUtf8 } from './text-size.ts'
import { LONGEST_WAIT } from './timers.ts'
import { transportError } from './transport-error.ts'

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

/** Reads a spec. Throws `TRANSPORT_INVALID`, naming the first member that is wrong. */
export function readSpec(spec: TransportSpec): Definition {
  requireThat(typeof spec === 'object' && spec !== null, '(unnamed)', 'spec', 'an object')
  const { specVersion, name, supports, url = '', measure, deadline = DEFAULT_DEADLINE, errors = {}, open } = spec
  requireThat(typeof name === 'string' && NAME.test(name), '(unnamed)', 'name', 'lower-case letters, digits and dashes')
  requireThat(specVersion === 1, name, 'specVersion', '1')
  const { cancel, disconnectEvents } = supports ?? {}
  requireThat(typeof cancel === 'boolean', name, 'supports.cancel', 'true or false')
  requireThat(typeof disconnectEvents === 'boolean', name, 'supports.disconnectEvents', 'true or false')
  requireThat(typeof url === 'string', name, 'url', 'a string')
  requireThat(measure === undefined || typeof measure === 'function', name, 'measure', 'a function')
  requireThat(isWait(deadline), name, 'deadline', `milliseconds from 0 to ${LONGEST_WAIT}`)
  requireThat(typeof open === 'function', name, 'open', 'a function')
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

function readLimits(name: string, given: Partial<TransportLimits>): TransportLimits {
  const limits = { ...specificationLimits, ...dropUndefined(given) }
  for (const key of ['url', 'text', 'answer'] as const) {
    const [limit, most] = [limits[key], specificationLimits[key]]
    requireThat(Number.isInteger(limit) && limit > 0 && limit <= most, name, `limits.${key}`, `bytes from 1 to ${most}`)
  }
  return Object.freeze({ url: limits.url, text: limits.text, answer: limits.answer })
}

function dropUndefined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<Value>
}

function requireThat(fine: boolean, transport: string, member: string, expected: string): asserts fine {
  if (fine) return
  throw transportError(transport, 'TRANSPORT_INVALID', {
    details: [{ en: `\`${member}\` must be ${expected}.`, zh: `${member} 的值无效。` }],
  })
}
