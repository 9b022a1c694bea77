import { createHmac, randomBytes } from 'node:crypto'

/** A number with nothing of a number on either side. */
const WHOLE = /(?<![A-Za-z0-9])(?:\d{17}[\dXx]|\d{15}|\d{11})(?![A-Za-z0-9])/g

/** A digest of an identity number without a key is found by trying all of them; this key ends with the process. */
const key = randomBytes(32)

/**
 * A number as lists, events and logs show it.
 *
 * Bills and keys are numbered by the HIS, and some number them by the patient: what is an identity or a telephone number
 * is shown as a digest, which still tells one from another. The ledger has the number itself, and finds it by that.
 */
export function shownNumber<Value extends string | undefined>(value: Value): Value {
  return value !== undefined && (value.match(WHOLE) ?? []).some(isPersonal) ? (digestOf(value) as Value) : value
}

/** A text with its identity and telephone numbers as {@link shownNumber} shows them. */
export const shownText = (text: string): string =>
  text.replace(WHOLE, (number) => (isPersonal(number) ? digestOf(number) : number))

function digestOf(value: string): string {
  return `#${createHmac('sha256', key).update(value).digest('hex').slice(0, 24)}`
}

/** Every text of a value of JSON, as {@link shownNumber} shows it. */
export function shownNumbers(value: unknown): unknown {
  if (typeof value === 'string') return shownNumber(value)
  if (Array.isArray(value)) return value.map(shownNumbers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shownNumbers(member)]))
}

function isPersonal(number: string): boolean {
  return number.length === 11 ? /^1[3-9]/.test(number) : isIdentityNumber(number)
}

/** GB 11643: region, birthday, order, and with 18 digits a check digit; 15 digits are the older form (year of two digits). */
function isIdentityNumber(number: string): boolean {
  if (!/^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(number)) return false
  if (number.length === 15) return isDay(`19${number.slice(6, 12)}`)
  return isDay(number.slice(6, 14)) && checkDigitOf(number) === number[17]?.toUpperCase()
}

function isDay(digits: string): boolean {
  const text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const day = new Date(`${text}T00:00:00Z`)
  return /^(19|20)/.test(digits) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function checkDigitOf(number: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11]
}
