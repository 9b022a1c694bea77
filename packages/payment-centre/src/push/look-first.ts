import { signatureTextFault } from '../envelope/signature-text.ts'
import { PushRefusal } from './push-log.ts'

/** The most characters of a push besides the digits of `encData`. A genuine one has about 400; relays add shells. */
const MOST_AROUND = 8192

/** The most quotation marks, commas and brackets: the cap on members. A genuine one has about 70. */
const MOST_MARKS = 1000

/** How many places of one member are looked at: a relay's shells may repeat it. */
const MOST_PLACES = 16

/**
 * Refuses what cannot be a genuine push before anything of it is parsed, decrypted or verified: a stranger's text must cost
 * little, however it is made.
 *
 * Only plain searches go over the whole text. What is let through here is judged again, member by member.
 */
export function lookFirst(text: string, appId: string): PushRefusal | undefined {
  if (!/^\s*\{/.test(text)) return new PushRefusal('unreadable', `${text.length} characters, no JSON object`)
  const signatures = valuesOf(text, 'signData')
  if (!signatures.some((written) => signatureTextFault(written) === undefined)) {
    const [odd] = signatures.filter((written) => written !== '')
    return odd === undefined
      ? new PushRefusal('unsigned')
      : new PushRefusal('not genuine', signatureTextFault(odd)?.en ?? 'signData')
  }
  const apps = valuesOf(text, 'appId')
  if (apps.length > 0 && !apps.some((written) => written === '' || written === appId)) {
    return new PushRefusal('not genuine', 'It is for another appId.')
  }
  const around = text.length - longestEncData(text)
  if (around > MOST_AROUND) return new PushRefusal('too large', `${around} characters besides encData`)
  if (hasMoreMarks(text)) return new PushRefusal('unreadable', `more than ${MOST_MARKS} marks of JSON`)
  return undefined
}

/** Where a value begins; each quotation mark is escaped where the envelope is text within text. */
const TO_VALUE = String.raw`\\{0,7}"\s{0,9}:\s{0,9}\\{0,7}`
const VALUE = /null|"([^"]{0,700})/y

function valuesOf(text: string, name: string): string[] {
  return placesOf(text, name).flatMap((place) => {
    VALUE.lastIndex = place
    const found = VALUE.exec(text)
    return found === null ? [] : [unescaped(found[1] ?? '')]
  })
}

/** Where the values of a member begin, wherever it stands. */
function placesOf(text: string, name: string): number[] {
  const member = new RegExp(name + TO_VALUE, 'y')
  const places: number[] = []
  let place = text.indexOf(name)
  for (let seen = 0; place !== -1 && seen < MOST_PLACES; seen += 1) {
    member.lastIndex = place
    if (member.test(text)) places.push(member.lastIndex)
    place = text.indexOf(name, place + name.length)
  }
  return places
}

/** The length of the longest text under this name, without the escapes that no digit needs. */
function longestEncData(text: string): number {
  const lengths = placesOf(text, 'encData').map((place) => {
    const end = text[place] === '"' ? text.indexOf('"', place + 1) : -1
    const backslash = text.indexOf('\\', place)
    return Math.max(0, (backslash === -1 ? end : Math.min(end, backslash)) - place)
  })
  return Math.max(0, ...lengths)
}

/** Base64 and names of applications as JSON libraries escape them: `\/` of PHP, `\u003d` of Gson, `\u002B` of .NET. */
function unescaped(written: string): string {
  if (!written.includes('\\')) return written
  return written
    .replace(/\\+$/, '') // of the quotation mark behind it
    .replace(/\\+u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\+r|\\+n/g, '\n')
    .replace(/\\+(.)/g, '$1')
}

function hasMoreMarks(text: string): boolean {
  let left = MOST_MARKS
  for (const mark of ['"', ',', '{', '[']) {
    for (let place = text.indexOf(mark); place !== -1; place = text.indexOf(mark, place + 1)) {
      left -= 1
      if (left < 0) return true
    }
  }
  return false
}
