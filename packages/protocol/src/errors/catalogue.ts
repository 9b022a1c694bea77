import type { ErrorCatalogue } from '@nationec/errors'
import { ProtocolError, type ProtocolErrorCode, type ProtocolErrorParts } from './protocol-error.ts'
import { MONEY_INVALID, TIME_INVALID } from './value-entries.ts'

const QUERY_FIRST = {
  en: 'Query the order before anything else; do not send the request again.',
  zh: '请先查询订单状态，切勿重复发送原请求。',
}

/** Everything that can be wrong with a message before it leaves, or with an answer that came. */
export const protocolErrors: ErrorCatalogue<ProtocolErrorCode> = {
  REQUEST_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The request breaks the rules of its message.', zh: '请求内容不符合接口规定。' },
    advice: { en: 'Correct the fields listed (`issues`) and send again.', zh: '请按所列字段（issues）改正后再发送。' },
  },
  REQUEST_LIMIT: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The request is larger than the interface allows.', zh: '请求超出接口允许的长度。' },
    advice: { en: 'Split the bill into several orders.', zh: '请将费用拆分为多笔订单。' },
  },
  ANSWER_EMPTY: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: { en: 'The terminal gave an empty answer.', zh: '终端返回的内容为空。' },
    advice: QUERY_FIRST,
  },
  ANSWER_UNREADABLE: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: { en: 'The answer is not readable JSON.', zh: '终端返回的内容不是可读取的 JSON。' },
    advice: {
      en: `${QUERY_FIRST.en} Garbled Chinese points to the charset setting of the transport.`,
      zh: `${QUERY_FIRST.zh}若中文乱码，请检查传输层的字符集设置。`,
    },
  },
  ANSWER_INVALID: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: { en: 'The answer lacks what its message must hold.', zh: '终端返回的内容缺少必要字段或格式不符。' },
    advice: QUERY_FIRST,
  },
  PUSH_INVALID: {
    layer: 'protocol',
    delivery: 'answered',
    summary: { en: 'The payment push cannot be read.', zh: '支付结果推送无法读取。' },
    advice: { en: 'Query the order; a push is only a hint.', zh: '请主动查询订单状态；推送仅作提示。' },
  },
  MONEY_INVALID,
  TIME_INVALID,
  BUSINESS_TYPE_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'A business type is two digits and three digits, for example 01101.',
      zh: '用码业务类型由两位一级编码与三位二级编码组成，例如 01101。',
    },
    advice: { en: 'Take one from table C.1.', zh: '请从表 C.1 中选取。' },
  },
  PROFILE_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The profile has settings that do not exist or do not fit.',
      zh: '地区配置（profile）中有不存在或不合法的设置。',
    },
    advice: { en: 'Correct the settings named above.', zh: '请改正上述设置。' },
  },
  CODE_ENTRY_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'A code table entry needs a code and a Chinese text, and a code can be added once.',
      zh: '代码表条目须有代码与中文说明，且同一代码只能登记一次。',
    },
    advice: { en: 'Give the missing part, or a code that is not taken.', zh: '请补全内容，或换用未登记的代码。' },
  },
}

/** Makes an error with the texts of its code. */
export function protocolError(code: ProtocolErrorCode, parts?: ProtocolErrorParts): ProtocolError {
  return new ProtocolError(code, protocolErrors[code], parts)
}
