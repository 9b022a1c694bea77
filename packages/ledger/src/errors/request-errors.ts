import type { ErrorCatalogue } from '@nationec/errors'

/** Requests that do not fit what the ledger knows. Nothing was sent for any of them. */
export const requestErrors = {
  KEY_REUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This key belongs to another request.', zh: '该键已用于另一个不同的请求。' },
    advice: { en: 'Make a new key for a new intention.', zh: '新的操作请使用新的键。' },
  },
  OUTCOME_OPEN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'Another operation on this bill or order is under way, or its outcome is not known.',
      zh: '该账单或订单有另一项操作正在进行，或其结果未知。',
    },
    advice: {
      en: 'Settle that one first (`operationId`): by ledger.settle, or by a person.',
      zh: '请先确认该操作（operationId）的结果：ledger.settle 或人工处理。',
    },
  },
  NUMBER_USED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'This number was used by another refund already.',
      zh: '该退款流水号已被另一笔退费使用。',
    },
    advice: {
      en: 'Repeat with the first key to read its outcome; make a new number for another refund.',
      zh: '请用首次的键查询其结果；另一笔退费请使用新的流水号。',
    },
  },
  POSSIBLE_DUPLICATE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The same person has a bill of the same total today under another number, and its outcome is not known.',
      zh: '同一人员今日另有一笔金额相同、编号不同的账单，其结果尚未确认。',
    },
    advice: {
      en: 'Settle that one first (`operationId`). Is it another bill, pass `notDuplicate: { because }`.',
      zh: '请先确认该笔（operationId）的结果；确属另一账单时，请传入 notDuplicate: { because } 说明原因。',
    },
  },
  NUMBER_MISSING: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The request lacks the number that finds it again when its answer is lost.',
      zh: '请求缺少应答丢失后用于查找的编号。',
    },
    advice: {
      en: 'Give medOrgOrd in an upload, payOrdId in the others, and appRefdSn in a refund.',
      zh: '费用上传须提供 medOrgOrd，其余接口须提供 payOrdId，退费另须提供 appRefdSn。',
    },
  },
  KEY_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The key is missing or cannot be used.', zh: '键缺失或不合法。' },
    advice: {
      en: 'Give 1 to 200 visible ASCII characters, stored before the call.',
      zh: '请提供 1 至 200 个可见 ASCII 字符，并在调用前保存。',
    },
  },
  TEXT_AMBIGUOUS: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The text cannot be read, or names a member twice.', zh: '报文无法读取，或同一成员出现两次。' },
    advice: {
      en: 'Send one JSON object in which each name stands once: two readers may take different ones.',
      zh: '请发送各成员名只出现一次的 JSON 对象，否则不同的解析程序可能取不同的值。',
    },
  },
  OPERATION_NOT_KNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The ledger has no operation or exception under this id.', zh: '账本中没有该编号的操作或异常。' },
    advice: {
      en: 'Take an id from ledger.exceptions or ledger.orders.',
      zh: '请从 ledger.exceptions 或 ledger.orders 中取得编号。',
    },
  },
  DECISION_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This cannot be decided so.', zh: '不能作此认定。' },
    advice: { en: 'Correct what is named above.', zh: '请按上述说明改正。' },
  },
  DAY_OPEN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The day has operations or exceptions that are open.',
      zh: '当日仍有未确认的操作或未处理的异常。',
    },
    advice: { en: 'Settle them first; they are in ledger.exceptions.', zh: '请先逐项处理，见 ledger.exceptions。' },
  },
  LEDGER_OPTION_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'An option of the ledger is wrong.', zh: '账本选项有误。' },
    advice: { en: 'Correct the option named above.', zh: '请改正上述选项。' },
  },
  REFUND_FAILED: {
    layer: 'business',
    delivery: 'answered',
    summary: { en: 'The refund answered FAIL: nothing was given back.', zh: '退费返回 FAIL，未退款。' },
    advice: { en: 'Correct the cause, then refund under a new number.', zh: '请排除原因后以新的流水号发起退费。' },
  },
  REVOKE_REFUSED: {
    layer: 'business',
    delivery: 'answered',
    summary: { en: 'The revoke answered false: the bill stands.', zh: '撤销返回 false，账单未撤销。' },
    advice: { en: 'Query the order.', zh: '请查询订单状态。' },
  },
  OUTCOME_UNCERTAIN: {
    layer: 'business',
    delivery: 'unknown',
    summary: {
      en: 'The answer does not say whether it was done.',
      zh: '应答未说明是否已执行，结果未知。',
    },
    advice: {
      en: 'The ledger asks on; never repeat the request under a new number.',
      zh: '账本将继续查询；切勿以新编号重复提交。',
    },
  },
  OUTCOME_UNKNOWN: {
    layer: 'host',
    delivery: 'unknown',
    summary: {
      en: 'The process ended while this operation was under way.',
      zh: '该操作进行期间进程已退出，结果未知。',
    },
    advice: { en: 'The ledger asks on; never repeat the request.', zh: '账本将继续查询；切勿重复提交。' },
  },
  ANSWER_FOREIGN: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: {
      en: 'The answer has a number that belongs to another bill or refund.',
      zh: '应答中的编号属于另一账单或另一笔退费。',
    },
    advice: { en: 'The ledger asks on; never repeat the request.', zh: '账本将继续查询；切勿重复提交。' },
  },
} as const satisfies ErrorCatalogue
