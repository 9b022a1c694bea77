import type { BilingualText } from '@nationec/errors'
import type { Field } from '../description/field.ts'
import type { IssueRule } from '../errors/issue.ts'
import { isYuan } from '../money/yuan.ts'
import type { Charset } from '../profile/profile.ts'
import { isWireTime } from '../time/wire-time.ts'
import { byteLength, characterLength } from './byte-length.ts'

export interface Finding {
  readonly rule: IssueRule
  readonly text: BilingualText
}

/** How a profile counts length. */
export interface LengthRule {
  readonly unit: 'characters' | 'bytes'
  readonly charset: Charset
}

/** Makes the check of one scalar field; the value is known to be a string. */
export function textCheck(field: Field, lengthRule: LengthRule): (value: string) => Finding | undefined {
  const format = formatCheck(field)
  const { length = Number.POSITIVE_INFINITY } = field
  const measure = (value: string): number =>
    lengthRule.unit === 'bytes' ? byteLength(value, lengthRule.charset) : characterLength(value)
  const tooLong: Finding = {
    rule: 'length',
    text: {
      en: `at most ${length} ${lengthRule.unit}`,
      zh: `长度不得超过 ${length} 个${lengthRule.unit === 'bytes' ? '字节' : '字符'}`,
    },
  }
  // A string of n code units has at most n characters and at most 4n bytes: measure only when that is not enough.
  const free = lengthRule.unit === 'bytes' ? length / 4 : length

  return function checkText(value) {
    if (value === '') return field.required ? MISSING : undefined
    if (value.length > free && measure(value) > length) return tooLong
    if (!value.isWellFormed()) return BROKEN_CHARACTER
    return format?.(value)
  }
}

export const MISSING: Finding = { rule: 'required', text: { en: 'must be given', zh: '必填' } }

/** Half a surrogate pair becomes a replacement character on the wire: the text would arrive changed. */
const BROKEN_CHARACTER: Finding = {
  rule: 'format',
  text: { en: 'holds half a character (a lone surrogate)', zh: '含有不完整的字符（孤立代理项）' },
}

function formatCheck(field: Field): ((value: string) => Finding | undefined) | undefined {
  if (field.kind === 'money') return moneyCheck
  if (field.kind === 'decimal' || field.kind === 'integer') return numberCheck(field.digits ?? [16, 0])
  if (field.kind === 'time') {
    const { form = 'yyyyMMddHHmmss' } = field
    const wrong: Finding = {
      rule: 'format',
      text: { en: `must be a real time, written ${form}`, zh: `须为真实时间，格式 ${form}` },
    }
    return (value) => (isWireTime(value, form) ? undefined : wrong)
  }
  return undefined
}

const NOT_MONEY: Finding = {
  rule: 'format',
  text: {
    en: 'must be an amount in yuan that is not negative, at most 16 digits with 2 decimals; make it with yuan()',
    zh: '须为非负金额（元），至多 16 位数字、2 位小数；请用 yuan() 生成',
  },
}

function moneyCheck(value: string): Finding | undefined {
  return isYuan(value) && !value.startsWith('-') ? undefined : NOT_MONEY
}

function numberCheck([total, scale]: readonly [number, number]): (value: string) => Finding | undefined {
  const pattern = scale === 0 ? /^\d+()$/ : new RegExp(`^(?:\\d+)(?:\\.(\\d{1,${scale}}))?$`)
  const behind =
    scale === 0 ? { en: '', zh: '' } : { en: `, ${scale} of them decimals`, zh: `，其中小数至多 ${scale} 位` }
  const wrong: Finding = {
    rule: 'format',
    text: {
      en: `must be a number of at most ${total} digits${behind.en}`,
      zh: `须为至多 ${total} 位的数字${behind.zh}`,
    },
  }
  return (value) => {
    const match = pattern.exec(value)
    if (match === null) return wrong
    const whole = (value.split('.')[0] ?? '').replace(/^0+(?=\d)/, '')
    return whole.length <= total - scale ? undefined : wrong
  }
}
