import { MASK } from '../mask.ts'
import { maskText } from '../mask-text.ts'
import { showKnown } from '../show-known.ts'
import { maskRecord } from './mask-record.ts'
import { isFieldName, isPersonalLabel, isPersonalName } from './person-words.ts'

// Every repetition is bounded or ends at the next of its kind, so that no text takes more than linear time.
/** A name or a label with the mark behind it. */
const HEAD =
  /(?<![\w\p{Script=Han}])(\\{0,8}["'])?([A-Za-z_]\w{0,63}|\p{Script=Han}{2,16}) ?\\{0,8}["']?\s{0,8}(?:=>|[:：=])[^\S\n]{0,8}/gu
/** The value up to the mark that ends it, or to the next name. */
const VALUE = /(?:\\{0,8}"[^"\n]*"|[^,，;；&|\n)\]}。])*?(?=\s[A-Za-z_]\w{0,63}\s{0,8}[=:]|[,，;；&|\n)\]}。]|$)/y
const TAGS = /<([A-Za-z_][\w:.-]{0,99})(\s[^<>\n]*)?>([^<\n]+)(?=<\/)/g
const NOT_ASCII = /[^\t -~]/
/** Characters of a value under an unknown name that are looked at. */
const LOOKED_AT = 200

/**
 * Masks text that is no structure: values of names and labels, records of card readers, texts of XML elements, and
 * everything that looks like a person's number or a token. A name in a plain sentence cannot be recognised.
 */
export function maskProse(text: string): string {
  return text
    .split('\n')
    .map((line) => maskRecord(line) ?? maskText(maskNamed(line.replace(TAGS, maskElement))))
    .join('\n')
}

function maskElement(_: string, name: string, attributes: string | undefined, value: string): string {
  const local = name.slice(name.lastIndexOf(':') + 1)
  return `<${name}${maskNamed(attributes ?? '')}>${showKnown(value, [local]) === value ? value : MASK}`
}

function maskNamed(line: string): string {
  let masked = ''
  let copied = 0
  HEAD.lastIndex = 0
  for (let head = HEAD.exec(line); head !== null; head = HEAD.exec(line)) {
    const start = HEAD.lastIndex
    const [written, quote, name = ''] = head
    if (!isJudged(name, quote !== undefined || hidesUnknown(name, written, line.slice(start, start + LOOKED_AT))))
      continue
    VALUE.lastIndex = start
    const value = VALUE.exec(line)?.[0] ?? ''
    masked += line.slice(copied, start) + shownValue(name, value)
    copied = start + value.length
    HEAD.lastIndex = copied
  }
  return masked + line.slice(copied)
}

/** A label of a person, a field, or a name that stands for a person or a secret; in quotes any name, because JSON was cut. */
function isJudged(name: string, anyName: boolean): boolean {
  return anyName || (NOT_ASCII.test(name) ? isPersonalLabel(name) : isFieldName(name) || isPersonalName(name))
}

/** `patient=张三`: an unknown name with a value that is not ASCII. */
function hidesUnknown(name: string, written: string, rest: string): boolean {
  if (!written.includes('=') || NOT_ASCII.test(name)) return false
  VALUE.lastIndex = 0
  return NOT_ASCII.test(VALUE.exec(rest)?.[0] ?? '')
}

function shownValue(name: string, value: string): string {
  if (/^[\s"'\\]*$/.test(value)) return value
  const [, before = '', plain = '', after = ''] = /^([\s"'\\]*)([^\s"'\\]*)([\s\S]*)$/.exec(value) ?? []
  if (isPersonalName(name) || showKnown(plain, [name]) !== plain) return MASK
  return before + plain + (/^[\s"'\\]*$/.test(after) ? after : ` ${MASK}`)
}
