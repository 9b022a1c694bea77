import type { ErrorCatalogue } from '@nationec/errors'

/** What can be wrong with an HTTP request before anything is done. */
export const requestErrors = {
  HOST_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The Host of the request is not the agent’s own.', zh: '请求的 Host 不是本代理程序的地址。' },
    advice: {
      en: 'Use the address that the agent prints; a name that merely points here is refused.',
      zh: '请使用代理程序启动时显示的地址；仅解析到本机的其他域名一律拒绝。',
    },
  },
  ORIGIN_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This web page may not use the agent.', zh: '该网页来源不允许使用代理程序。' },
    advice: {
      en: 'Add its origin to `origins` in the settings of the agent.',
      zh: '请在代理程序配置的 origins 中添加该来源。',
    },
  },
  CROSS_SITE_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Another site sent this request without naming itself.', zh: '请求来自其他网站且未标明来源。' },
    advice: { en: 'Use fetch in CORS mode from a listed origin.', zh: '请在允许的来源中以 CORS 方式请求。' },
  },
  TOKEN_MISSING: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The request carries no token.', zh: '请求未携带配对令牌。' },
    advice: { en: 'Pair first: POST /v1/pairings.', zh: '请先配对：POST /v1/pairings。' },
  },
  METRICS_TOKEN_NEEDED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The numbers need the token that is set for them.', zh: '读取指标须携带为其设置的令牌。' },
    advice: {
      en: 'Send `Authorization: Bearer` with the token in the file of --metrics-token-file; without that setting no other machine reads them.',
      zh: '请以 Authorization: Bearer 携带 --metrics-token-file 文件中的令牌；未设置时其他机器不能读取。',
    },
  },
  TOKEN_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The token is not known, has expired, or belongs to another origin.',
      zh: '配对令牌无效、已过期，或属于其他来源。',
    },
    advice: { en: 'Pair again: POST /v1/pairings.', zh: '请重新配对：POST /v1/pairings。' },
  },
  ROLE_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This is for the agent’s own console.', zh: '该操作仅限代理程序自带的控制台。' },
    advice: { en: 'Use the console at the address of the agent.', zh: '请使用代理程序地址上的控制台。' },
  },
  PAIRING_UNKNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'There is no such pairing, or its time is over.', zh: '配对请求不存在或已过期。' },
    advice: { en: 'Begin a new one.', zh: '请重新发起配对。' },
  },
  PAIRING_CODE_WRONG: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The pairing code is wrong.', zh: '配对码错误。' },
    advice: { en: 'Read it again from the window of the agent.', zh: '请重新核对代理程序窗口中显示的配对码。' },
  },
  PAIRING_LIMIT: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Too many pairings were begun.', zh: '配对请求过于频繁。' },
    advice: { en: 'Wait ten minutes.', zh: '请在十分钟后再试。' },
  },
  ROUTE_UNKNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'There is nothing at this path.', zh: '该路径不存在。' },
    advice: { en: 'See /docs/interface for every path.', zh: '全部路径见 /docs/interface。' },
  },
  METHOD_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This path does not take that method.', zh: '该路径不支持此请求方法。' },
    advice: { en: 'The header Allow names those it takes.', zh: '可用的方法见 Allow 响应头。' },
  },
  CONTENT_TYPE_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The body must be declared as application/json.', zh: '请求体须声明为 application/json。' },
    advice: { en: 'Send the header Content-Type: application/json.', zh: '请发送 Content-Type: application/json。' },
  },
  BODY_TOO_LARGE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The body is larger than this path takes.', zh: '请求体超过该路径允许的大小。' },
    advice: { en: 'Split the bill into several orders.', zh: '请将费用拆分为多笔订单。' },
  },
  BODY_UNREADABLE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The body is not a JSON object in UTF-8.', zh: '请求体不是 UTF-8 编码的 JSON 对象。' },
    advice: { en: 'Send a JSON object, at most 64 levels deep.', zh: '请发送 JSON 对象，嵌套不超过 64 层。' },
  },
  PARAMETER_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Parameters of the request are wrong.', zh: '请求参数有误。' },
    advice: { en: 'Correct the fields listed in `issues`.', zh: '请按 issues 中列出的字段改正。' },
  },
  KEY_MISSING: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This operation needs the header Idempotency-Key.', zh: '该操作必须携带 Idempotency-Key 请求头。' },
    advice: {
      en: 'Make one key for each intention of the cashier, and send it again with every repetition.',
      zh: '收费员每发起一次操作生成一个键，重复提交时使用同一个键。',
    },
  },
  KEY_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'Idempotency-Key must be 1 to 128 visible ASCII characters.',
      zh: 'Idempotency-Key 须为 1 至 128 个可见 ASCII 字符。',
    },
    advice: { en: 'A random UUID does well.', zh: '建议使用随机 UUID。' },
  },
} as const satisfies ErrorCatalogue
