import type { ErrorCatalogue } from '@nationec/errors'

/** Requests that are right by themselves and do not fit what was done before. */
export const stateErrors = {
  KEY_REUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'This Idempotency-Key belongs to another request.',
      zh: '该 Idempotency-Key 已用于另一个不同的请求。',
    },
    advice: { en: 'Make a new key for a new intention.', zh: '新的操作请使用新的键。' },
  },
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
      en: 'Resolve that one first: POST /v1/operations/{id}/resolve.',
      zh: '请先确认其结果：POST /v1/operations/{id}/resolve。',
    },
  },
  OUTCOME_UNKNOWN: {
    layer: 'host',
    delivery: 'unknown',
    summary: {
      en: 'The agent ended while this operation was under way.',
      zh: '该操作进行期间代理程序已退出，结果未知。',
    },
    advice: { en: 'Query the order; never repeat the request.', zh: '请查询订单，切勿重复提交。' },
  },
  REFUND_UNCERTAIN: {
    layer: 'business',
    delivery: 'unknown',
    summary: { en: 'The refund answered EXP: its outcome is not known.', zh: '退费返回 EXP，结果未知。' },
    advice: {
      en: 'Query the order and compare with the centre’s records; never repeat the refund under a new number.',
      zh: '请查询订单并与中心记录核对，切勿以新流水号重复退费。',
    },
  },
  REFUND_FAILED: {
    layer: 'business',
    delivery: 'answered',
    summary: { en: 'The refund answered FAIL: nothing was given back.', zh: '退费返回 FAIL，未退款。' },
    advice: { en: 'Correct the cause, then refund under a new number.', zh: '请排除原因后以新的流水号发起退费。' },
  },
  TEXT_REFUSED: {
    layer: 'business',
    delivery: 'answered',
    summary: { en: 'The terminal answered a text, and refused.', zh: '终端已应答并拒绝该报文。' },
    advice: { en: 'Read the answer.', zh: '请查看应答内容。' },
  },
  ORDER_NOT_KNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The agent has no order under this number.', zh: '代理程序没有该编号的订单记录。' },
    advice: {
      en: 'It was uploaded elsewhere, or is older than the journal: POST /v1/orders/query asks the centre.',
      zh: '该订单可能由其他程序上传或早于日志保留期：请用 POST /v1/orders/query 向中心查询。',
    },
  },
  OPERATION_NOT_KNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The agent has no operation under this id.', zh: '代理程序没有该编号的操作记录。' },
    advice: { en: 'GET /v1/operations lists them.', zh: '全部操作见 GET /v1/operations。' },
  },
  OPERATION_NOT_OPEN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The outcome of this operation is not open.', zh: '该操作的结果并非未知。' },
    advice: { en: 'Nothing needs to be decided.', zh: '无需处理。' },
  },
  SIMULATOR_ABSENT: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'This agent drives a real terminal, not the simulator.',
      zh: '本代理程序连接的是真实终端，而非模拟器。',
    },
    advice: { en: 'Start one with --transport simulator.', zh: '请以 --transport simulator 启动。' },
  },
  STREAMS_FULL: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Too many event streams are open.', zh: '打开的事件流过多。' },
    advice: { en: 'Close one; a page needs a single stream.', zh: '请关闭多余的事件流；一个页面只需一个。' },
  },
} as const satisfies ErrorCatalogue
