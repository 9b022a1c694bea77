import type { ErrorEntry } from '@nationec/errors'

// Entries of their own: a page that only counts money carries these texts and not those of every message.

export const MONEY_INVALID: ErrorEntry = {
  layer: 'client',
  delivery: 'not-sent',
  summary: {
    en: 'An amount must be decimal text in yuan with at most 16 digits, two of them behind the point.',
    zh: '金额须为以元为单位的十进制文本，至多 16 位数字，其中小数 2 位。',
  },
  advice: { en: "Write yuan('128.50'), never a number.", zh: "请写作 yuan('128.50')，不可使用浮点数。" },
}

export const TIME_INVALID: ErrorEntry = {
  layer: 'client',
  delivery: 'not-sent',
  summary: {
    en: 'A time must be a real moment in the written form of its field.',
    zh: '时间须为真实存在的时刻，并符合字段规定的格式。',
  },
  advice: { en: 'Make it with formatWireTime.', zh: '请使用 formatWireTime 生成。' },
}
