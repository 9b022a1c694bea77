import { type BilingualText, type OptionNames, optionError, requireKnownOptions, requireOption } from '@nationec/errors'
import { formatWireTime } from '../time/wire-time.ts'

/** Letters and digits without I, L, O and U: nothing a cashier can misread aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LENGTH = 14
const SEQUENCE_LENGTH = 4
const SEQUENCE_LIMIT = ALPHABET.length ** SEQUENCE_LENGTH
/** 40 bits: among 1,000 processes of one institution the chance that any two ever agree is about 1 in 2 million. */
const LEAST_SOURCE_LENGTH = 8
/** 80 bits: agreement of two processes is out of the question. */
const BEST_SOURCE_LENGTH = 16

/** What {@link isOrgId} accepts, for an error text. */
export const orgIdForm: BilingualText = { en: '1 to 40 letters and digits', zh: '1 至 40 位字母或数字' }

/** Tells whether a value can be an institution's code: 1 to 40 ASCII letters and digits, as a serial number ends in it. */
export function isOrgId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9]{1,40}$/.test(value)
}

export interface SerialNumberOptions {
  /** The institution's code; ends every number (clause 2.2.3). */
  readonly orgId: string
  /** The field's length budget in characters. Default 64: the bound that medOrgOrd, outBizNo and payOrdId share. */
  readonly length?: number
  /** Milliseconds since 1970. Default `Date.now`; it may step back. */
  readonly now?: () => number
  /** Fills bytes with randomness. Default `crypto.getRandomValues`. */
  readonly random?: (bytes: Uint8Array) => void
}

const OPTIONS: OptionNames<SerialNumberOptions> = { orgId: true, length: true, now: true, random: true }

/**
 * Makes serial numbers (流水号) that never collide: not at 1,000 a second, not between processes, not when the clock
 * steps back.
 *
 * The shape is the specification's (clause 2.2.3): time `yyyyMMddHHmmss` in Asia/Shanghai, a middle part, the
 * institution's code. Three random characters in the middle, as the clause suggests, collide on a busy day; here the
 * middle is 16 random characters drawn once per process (fewer in a tight budget, never under 8) and a sequence of 4.
 * The time never goes back: after a clock step it stays at the greatest second seen, and after 1,048,576 numbers in a
 * second it moves ahead.
 *
 * @throws `OPTION_INVALID` when `orgId` is empty or not plain ASCII letters and digits, or the budget is under 26
 * characters plus `orgId`
 *
 * @example
 * ```ts
 * import { createSerialNumbers } from '@nationec/protocol'
 *
 * const nextSerialNumber = createSerialNumbers({ orgId: 'H33010200001' })
 * console.log(nextSerialNumber()) // 20261123101500 + 20 characters + H33010200001
 * ```
 */
export function createSerialNumbers(options: SerialNumberOptions): () => string {
  requireKnownOptions(options, OPTIONS, optionError)
  const { orgId, length = 64, now = Date.now, random = fillRandom } = options
  const source = drawSource(sourceLength(orgId, length), random)
  let second = 0
  let sequence = 0

  return function nextSerialNumber(): string {
    const current = Math.floor(now() / 1000)
    if (current > second) {
      second = current
      sequence = 0
    } else if (sequence === SEQUENCE_LIMIT) {
      second += 1
      sequence = 0
    }
    const time = formatWireTime(second * 1000)
    return `${time}${source}${encode(sequence++)}${orgId}`
  }
}

function sourceLength(orgId: string, length: number): number {
  requireOption(isOrgId(orgId), 'orgId', orgIdForm, optionError)
  const room = length - TIME_LENGTH - SEQUENCE_LENGTH - orgId.length
  const least = TIME_LENGTH + LEAST_SOURCE_LENGTH + SEQUENCE_LENGTH + orgId.length
  const expected = { en: `at least ${least} with this orgId`, zh: `不小于 ${least} 的整数（按该机构编号）` }
  requireOption(Number.isSafeInteger(length) && room >= LEAST_SOURCE_LENGTH, 'length', expected, optionError)
  return Math.min(room, BEST_SOURCE_LENGTH)
}

/** 256 is a multiple of 32, so the low five bits of a random byte are uniform. */
function drawSource(length: number, random: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(length)
  random(bytes)
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')
}

function encode(sequence: number): string {
  let rest = sequence
  let written = ''
  for (let place = 0; place < SEQUENCE_LENGTH; place += 1) {
    written = `${ALPHABET[rest & 31]}${written}`
    rest >>= 5
  }
  return written
}

function fillRandom(bytes: Uint8Array<ArrayBuffer>): void {
  globalThis.crypto.getRandomValues(bytes)
}
