import { ProtocolError } from '../errors/protocol-error.ts'
import { MONEY_INVALID } from '../errors/value-entries.ts'

/**
 * An amount in yuan with exactly two decimals. Made by {@link yuan}; a float does not compile.
 *
 * While the program runs it is the text `128.50`: it travels in JSON, is stored and compared by `===` as it is. For the
 * compiler it is a kind of symbol, because `<`, `>`, `+` and template literals take any text, and `9.00` is greater than
 * `10.00` as a text: use {@link compareYuan}, {@link addYuan}, {@link subtractYuan}, {@link sumYuan} and {@link formatYuan}.
 */
export type Yuan = symbol & { readonly '~yuan': true }

/** Sign, yuan without leading zeros, up to two decimals. */
const AMOUNT = /^(-?)(?:0*)(\d+)(?:\.(\d{1,2})0*)?$/

/** An amount that already is as {@link yuan} writes it: the common case by far, and then there is nothing to do. */
const WRITTEN = /^(?:0|[1-9]\d{0,13})\.\d\d$/

/** N16.2: sixteen digits in all, two of them behind the point. */
const MOST_DIGITS = 16

/**
 * Makes an amount in yuan out of its decimal text; an amount stays what it is.
 *
 * Accepts `128`, `128.5`, `128.50` and writes `128.50`; at most 16 digits, two of them behind the point (N16.2).
 * Throws `MONEY_INVALID` for anything else: a third decimal that is not zero, an exponent, a separator, a blank, and
 * every JavaScript number, because a float cannot hold cents.
 *
 * Clause 2.2.2: amounts are in yuan.
 *
 * @example
 * ```ts
 * import { addYuan, compareYuan, formatYuan, yuan } from '@nationec/protocol'
 *
 * const total = addYuan(yuan('128.5'), yuan('0.07'))
 * console.log(formatYuan(total)) // 128.57
 * console.log(compareYuan(total, yuan('20.00')) > 0) // true
 * ```
 */
export function yuan(amount: string | Yuan): Yuan {
  if (typeof amount === 'string' && WRITTEN.test(amount)) return written(amount)
  return yuanFromFen(fenOf(amount))
}

/** Writes whole fen (1 yuan = 100 fen) as yuan. Throws `MONEY_INVALID` for more than 16 digits, and for a JavaScript number. */
export function yuanFromFen(fen: bigint): Yuan {
  if (typeof fen !== 'bigint') throw new ProtocolError('MONEY_INVALID', MONEY_INVALID)
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  if (digits.length > MOST_DIGITS) throw new ProtocolError('MONEY_INVALID', MONEY_INVALID)
  return written(`${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`)
}

/** The one place where a text becomes an amount for the compiler. */
function written(text: string): Yuan {
  return text as unknown as Yuan
}

/** Reads an amount, or its text, as whole fen. Throws `MONEY_INVALID` as {@link yuan} does. */
export function fenOf(amount: string | Yuan): bigint {
  const fen = readFen(amount)
  if (fen === undefined) throw new ProtocolError('MONEY_INVALID', MONEY_INVALID)
  return fen
}

/** Tells whether a value is text that {@link yuan} accepts. */
export function isYuan(amount: unknown): boolean {
  return (typeof amount === 'string' && WRITTEN.test(amount)) || readDigits(amount) !== undefined
}

function readFen(amount: unknown): bigint | undefined {
  const digits = readDigits(amount)
  return digits === undefined ? undefined : BigInt(digits)
}

/** The amount in fen as signed digits, without the cost of a bigint. */
function readDigits(amount: unknown): string | undefined {
  const match = typeof amount === 'string' ? AMOUNT.exec(amount) : null
  if (match === null) return undefined
  const [, sign = '', whole = '', cents = ''] = match
  return whole.length + 2 > MOST_DIGITS ? undefined : sign + whole + cents.padEnd(2, '0')
}

/** The exact sum. No amounts give `0.00`. */
export function addYuan(...amounts: readonly Yuan[]): Yuan {
  return sumYuan(amounts)
}

/**
 * The exact sum of a list of amounts, or of anything that gives them one after the other. No amounts give `0.00`.
 *
 * @example
 * ```ts
 * import { formatYuan, sumYuan, yuan } from '@nationec/protocol'
 *
 * const lines = [{ price: yuan('9.90') }, { price: yuan('0.10') }]
 * console.log(formatYuan(sumYuan(lines.map(({ price }) => price)))) // 10.00
 * ```
 */
export function sumYuan(amounts: Iterable<Yuan>): Yuan {
  let sum = 0n
  for (const amount of amounts) sum += fenOf(amount)
  return yuanFromFen(sum)
}

/**
 * The text of an amount, two decimals and no separators: `1234.50`. For screens, paper and logs; {@link yuan} reads it again.
 * Throws `MONEY_INVALID` for what is no amount.
 */
export function formatYuan(amount: Yuan): string {
  const text: unknown = yuan(amount)
  return text as string
}

/** The exact difference `from − amount`; negative when `amount` is greater. */
export function subtractYuan(from: Yuan, amount: Yuan): Yuan {
  return yuanFromFen(fenOf(from) - fenOf(amount))
}

/** Orders two amounts: negative, zero or positive, as `Array.prototype.sort` wants it. `amounts.sort()` alone orders texts. */
export function compareYuan(left: Yuan, right: Yuan): number {
  const difference = fenOf(left) - fenOf(right)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
