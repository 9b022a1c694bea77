import type { ErrorCatalogue } from '@nationec/errors'

/** Requests that are right by themselves and do not fit what was done before. */
export const stateErrors = {
  KEY_IN_FLIGHT: {
    layer: 'client',
    delivery: 'unknown',
    summary: {
      en: 'The first request with this Idempotency-Key is still under way.',
      zh: '使用该 Idempotency-Key 的首个请求仍在处理中。',
    },
    advice: { en: 'Send the same request again a little later.', zh: '请稍后以相同的键再次提交。' },
  },
  OUTCOME_OPEN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'Another operation on this bill or order is under way, or its outcome is not known.',
      zh: '该账单或订单有另一项操作正在进行，或其结果未知。',
    },
    advice: {
      en: 'Resolve that one first (`operationId`): POST /v1/operations/{id}/resolve.',
      zh: '请先确认该操作（operationId）的结果：POST /v1/operations/{id}/resolve。',
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
      en: 'Resolve that one first (`operationId`). Is it another bill, send again with `?notDuplicate=` and the reason.',
      zh: '请先确认该笔（operationId）的结果；确属另一账单时，请以 ?notDuplicate= 附上原因后重新发送。',
    },
  },
  OPERATION_NOT_DONE: {
    layer: 'business',
    delivery: 'answered',
    summary: {
      en: 'Its outcome was unknown; it is known since that this was not done.',
      zh: '该操作的结果曾为未知，现已确认未执行。',
    },
    advice: { en: 'If it is still wanted, do it again under a new key.', zh: '如仍需办理，请以新的键重新提交。' },
  },
  ANSWER_LOST: {
    layer: 'business',
    delivery: 'answered',
    summary: {
      en: 'It was done, as `operation` and `order` tell; the text of the answer is lost.',
      zh: '该操作已执行，见 operation 与 order；应答原文已丢失。',
    },
    advice: { en: 'Query the order; never send the text again.', zh: '请查询订单，切勿再次发送该报文。' },
  },
  ORDER_NOT_KNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The agent has no order under this number.', zh: '代理程序没有该编号的订单记录。' },
    advice: {
      en: 'It was uploaded elsewhere, or is older than what is kept: POST /v1/orders/query asks the centre.',
      zh: '该订单可能由其他程序上传或已超过保留期：请用 POST /v1/orders/query 向中心查询。',
    },
  },
  OPERATION_NOT_KNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The agent has no operation under this id.', zh: '代理程序没有该编号的操作记录。' },
    advice: { en: 'GET /v1/operations lists them.', zh: '全部操作见 GET /v1/operations。' },
  },
  STREAMS_FULL: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Too many event streams are open.', zh: '打开的事件流过多。' },
    advice: { en: 'Close one; a page needs a single stream.', zh: '请关闭多余的事件流；一个页面只需一个。' },
  },
} as const satisfies ErrorCatalogue
