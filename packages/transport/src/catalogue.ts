import { type ErrorCatalogue, optionErrors } from '@nationec/errors'

/** Every code a transport throws by itself, with its texts. `delivery` is the default. */
export const transportErrors = {
  OPEN_FAILED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The way to the terminal could not be opened.', zh: '无法打开与终端的连接。' },
    advice: {
      en: 'Check the device, its cable and the settings of the transport; the request never left, so it may be sent again.',
      zh: '请检查设备、连线和传输配置；请求未发出，可以重新发送。',
    },
  },
  TIMEOUT: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The deadline of the exchange has passed.', zh: '交互已超过截止时间。' },
    advice: {
      en: 'Read `delivery`: after `unknown` query the order and never repeat the request; after `not-sent` it may be sent again.',
      zh: '请查看 delivery：为 unknown 时先查询订单，切勿重复提交；为 not-sent 时可以重新发送。',
    },
  },
  ABORTED: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The caller gave up the exchange.', zh: '调用方已放弃本次交互。' },
    advice: {
      en: 'Read `delivery`: after `unknown` query the order and never repeat the request; after `not-sent` nothing happened.',
      zh: '请查看 delivery：为 unknown 时先查询订单，切勿重复提交；为 not-sent 时请求未发出。',
    },
  },
  CLOSED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The connection was closed.', zh: '连接已关闭。' },
    advice: {
      en: 'Make a new connection; after `unknown` the exchange was cut while it was under way, so query the order first.',
      zh: '请建立新的连接；若 delivery 为 unknown，说明交互在进行中被中断，请先查询订单。',
    },
  },
  CLOSE_FAILED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The device could not be released.', zh: '释放设备失败。' },
    advice: {
      en: 'No request is concerned; if the device stays busy, look at `cause` and restart the program that holds it.',
      zh: '不影响任何请求；若设备仍被占用，请查看 cause，并重启占用设备的程序。',
    },
  },
  DISCONNECTED: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The link to the terminal was lost.', zh: '与终端的连接已断开。' },
    advice: {
      en: 'Check the cable and the power, then make a new connection; after `unknown` query the order first.',
      zh: '请检查连线和电源后重新连接；若 delivery 为 unknown，请先查询订单。',
    },
  },
  REQUEST_TOO_LARGE: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: {
      en: 'The request is larger than the way to the terminal carries.',
      zh: '请求长度超过传输允许的上限。',
    },
    advice: {
      en: 'Split the bill: clause 3.2 of the specification allows 900K for InData.',
      zh: '请拆分费用明细：规范 3.2 规定 InData 最大为 900K。',
    },
  },
  URL_TOO_LONG: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: {
      en: 'The business address is longer than the way to the terminal carries.',
      zh: '业务请求地址长度超过传输允许的上限。',
    },
    advice: {
      en: 'Shorten it: clause 3.2 of the specification allows 2048 for strUrl.',
      zh: '请缩短地址：规范 3.2 规定 strUrl 最大为 2048。',
    },
  },
  REQUEST_NOT_TEXT: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: {
      en: 'The request cannot be carried as text: it is not a string, or holds a NUL character or half a character.',
      zh: '请求无法作为文本传输：不是字符串，或含有空字符（NUL）或不完整的字符。',
    },
    advice: {
      en: 'Pass the JSON text of the request; the library takes C strings, which end at the first NUL.',
      zh: '请传入请求的 JSON 文本；动态库使用 C 字符串，遇到空字符即结束。',
    },
  },
  ANSWER_TOO_LARGE: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The answer is larger than the limit and was not read.', zh: '应答长度超过上限，未予读取。' },
    advice: {
      en: 'Query the order and never repeat the request; clause 3.2 of the specification allows 900K for OutData.',
      zh: '请查询订单，切勿重复提交；规范 3.2 规定 OutData 最大为 900K。',
    },
  },
  ANSWER_NOT_TEXT: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'An answer came that cannot be read as text.', zh: '收到的应答无法作为文本读取。' },
    advice: {
      en: 'Query the order and never repeat the request; then check the character set of the transport.',
      zh: '请查询订单，切勿重复提交；并检查传输所用的字符集。',
    },
  },
  SEND_FAILED: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The exchange with the terminal failed.', zh: '与终端的交互失败。' },
    advice: {
      en: 'Read `delivery` and `cause`; after `unknown` query the order and never repeat the request.',
      zh: '请查看 delivery 和 cause；为 unknown 时先查询订单，切勿重复提交。',
    },
  },
  // It is not documented whether the terminal had acted before the library returned, so the outcome is open (clause 3.2).
  LIBRARY_RETURN: {
    layer: 'library',
    delivery: 'unknown',
    summary: { en: 'The library returned something other than 0000.', zh: '动态库返回值不是 0000。' },
    advice: {
      en: 'Query the order and never repeat the request; what the library returned stands in `cause`.',
      zh: '请查询订单，切勿重复提交；动态库的返回内容见 cause。',
    },
  },
  INTERCEPTOR_FAILED: {
    layer: 'client',
    delivery: 'unknown',
    summary: { en: 'An interceptor of the transport failed.', zh: '传输拦截器执行失败。' },
    advice: {
      en: 'Mend the interceptor (see `cause`); after `unknown` query the order and never repeat the request.',
      zh: '请修正拦截器（见 cause）；若 delivery 为 unknown，请先查询订单，切勿重复提交。',
    },
  },
  ...optionErrors,
} as const satisfies ErrorCatalogue

/** The codes of {@link transportErrors}. */
export type TransportErrorCode = keyof typeof transportErrors
