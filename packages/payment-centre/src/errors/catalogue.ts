import type { BilingualText, ErrorCatalogue } from '@nationec/errors'

const QUERY_FIRST: BilingualText = {
  en: 'Query the order (6301) and never repeat the request.',
  zh: '请先查询订单（6301），切勿重复提交。',
}

const BY_DELIVERY: BilingualText = {
  en: 'Read `delivery`: after `unknown` query the order (6301) and never repeat the request; after `not-sent` it may be sent again.',
  zh: '请查看 delivery：为 unknown 时先查询订单（6301），切勿重复提交；为 not-sent 时可以重新发送。',
}

/** Every code of the way to the payment centre, with its texts. `delivery` is the default. */
export const centreErrors = {
  CENTRE_OPTION_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'An option or a value given to the payment centre’s client does not fit.',
      zh: '传入的选项或数据不合法。',
    },
    advice: { en: 'Correct what is named above; nothing was sent.', zh: '请改正上述内容；请求未发出。' },
  },
  CENTRE_PROFILE_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The profile of the payment centre has settings that do not exist or do not fit.',
      zh: '医保移动支付中心的配置（profile）中有不存在或不合法的设置。',
    },
    advice: { en: 'Correct the settings named above.', zh: '请改正上述设置。' },
  },
  CENTRE_CREDENTIALS_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The credentials for the payment centre cannot be used.',
      zh: '医保移动支付中心的接入凭据无法使用。',
    },
    advice: {
      en: 'Check the part named above against what the platform handed out: private key 30 to 33 bytes, public key 65 bytes, both in Base64.',
      zh: '请与平台下发的内容核对：私钥 30 至 33 字节、公钥 65 字节，均为 Base64。',
    },
  },
  CENTRE_KEY_FAILED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'A key, or the device that holds it, failed to sign, verify, encrypt or decrypt.',
      zh: '密钥或密码设备（加密机、UKey）未能完成签名、验签、加密或解密。',
    },
    advice: {
      en: 'Look at the device and at `cause`. While a request was written nothing was sent; while an answer was read, query the order (6301) and never repeat the request.',
      zh: '请检查密码设备和 cause。若发生在写出请求时，请求未发出；若发生在读取应答时，请先查询订单（6301），切勿重复提交。',
    },
  },
  CENTRE_REQUEST_TOO_LARGE: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The request is larger than 900K once it is encrypted.', zh: '请求加密后超过 900K。' },
    advice: { en: 'Split the bill into several orders.', zh: '请将费用拆分为多笔订单。' },
  },
  CENTRE_UNREACHABLE: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'No connection to the payment centre could be made.', zh: '无法连接医保移动支付中心。' },
    advice: {
      en: 'Check the address, the name service and the firewall; the request never left, so it may be sent again.',
      zh: '请检查地址、域名解析和防火墙；请求未发出，可以重新发送。',
    },
  },
  CENTRE_TLS_FAILED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: {
      en: 'No secure connection to the payment centre came about, or its certificate was not accepted.',
      zh: '无法与医保移动支付中心建立安全连接，或其证书未通过校验。',
    },
    advice: {
      en: 'Give the private network’s root certificate in `tls.ca`, or correct the host name; the check cannot be switched off.',
      zh: '请在 tls.ca 中提供专网根证书，或更正主机名；证书校验不可关闭。',
    },
  },
  CENTRE_TIMEOUT: {
    layer: 'transport',
    delivery: 'unknown',
    summary: {
      en: 'The payment centre did not answer before the deadline.',
      zh: '医保移动支付中心未在截止时间内应答。',
    },
    advice: BY_DELIVERY,
  },
  CENTRE_ABORTED: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The caller gave up the call to the payment centre.', zh: '调用方已放弃本次调用。' },
    advice: BY_DELIVERY,
  },
  CENTRE_LINK_LOST: {
    layer: 'transport',
    delivery: 'unknown',
    summary: {
      en: 'The connection to the payment centre ended before a whole answer had come.',
      zh: '尚未收到完整应答，与医保移动支付中心的连接已中断。',
    },
    advice: QUERY_FIRST,
  },
  CENTRE_HTTP_STATUS: {
    layer: 'transport',
    delivery: 'unknown',
    summary: {
      en: 'An HTTP status came instead of the payment centre’s answer; a gateway writes 502 or 504 when the centre is late.',
      zh: '收到 HTTP 错误状态而非中心应答；中心超时时网关常返回 502 或 504。',
    },
    advice: QUERY_FIRST,
  },
  CENTRE_REDIRECTED: {
    layer: 'transport',
    delivery: 'unknown',
    summary: {
      en: 'A redirect came instead of the payment centre’s answer; it was not followed.',
      zh: '收到重定向而非中心应答；未予跟随。',
    },
    advice: {
      en: `${QUERY_FIRST.en} Then correct the base address: a followed redirect would send the request twice.`,
      zh: `${QUERY_FIRST.zh}随后请更正基础地址：跟随重定向会使请求发送两次。`,
    },
  },
  CENTRE_ANSWER_TOO_LARGE: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The answer is larger than 900K and was not read.', zh: '应答超过 900K，未予读取。' },
    advice: QUERY_FIRST,
  },
  CENTRE_ENVELOPE_UNREADABLE: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: { en: 'What came is no envelope of the payment centre.', zh: '收到的内容不是医保移动支付中心的报文。' },
    advice: QUERY_FIRST,
  },
  CENTRE_ENVELOPE_UNSIGNED: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: { en: 'The message has no signature, so nothing in it is proven.', zh: '报文没有签名，其内容均不可信。' },
    advice: {
      en: `${QUERY_FIRST.en} A gateway that answers in place of the centre signs nothing.`,
      zh: `${QUERY_FIRST.zh}网关代替中心应答时不会签名。`,
    },
  },
  CENTRE_ENVELOPE_NOT_GENUINE: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: {
      en: 'The message cannot be decrypted or its signature is wrong, so nothing in it is proven.',
      zh: '报文无法解密或验签失败，其内容均不可信。',
    },
    advice: {
      en: `${QUERY_FIRST.en} If it happens to every answer, check appSecret, the platform’s public key and the profile.`,
      zh: `${QUERY_FIRST.zh}若每次都出现，请核对 appSecret、平台公钥和配置（profile）。`,
    },
  },
  CENTRE_ANSWER_NOT_CURRENT: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: {
      en: 'The answer was not signed while this request was under way: it may be a recorded one, so it proves nothing.',
      zh: '应答的签名时间与本次请求不符，可能是旧应答的重放，不能作为依据。',
    },
    advice: {
      en: `${QUERY_FIRST.en} If it happens to every answer, check this computer’s clock, then \`answerWindow\` of the profile.`,
      zh: `${QUERY_FIRST.zh}若每次都出现，请先核对本机时钟，再核对配置（profile）中的 answerWindow。`,
    },
  },
  CENTRE_ANSWER_CONTRADICTS: {
    layer: 'protocol',
    delivery: 'unknown',
    summary: {
      en: 'The answer’s code and its success flag contradict each other.',
      zh: '应答中的返回码与 success 标志相互矛盾。',
    },
    advice: QUERY_FIRST,
  },
} as const satisfies ErrorCatalogue

/** The codes of {@link centreErrors}. */
export type CentreErrorCode = keyof typeof centreErrors
