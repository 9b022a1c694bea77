import type { ErrorCatalogue } from '@nationec/errors'

/** What became of a request, as the terminal tells it. */
export const outcomeErrors = {
  REQUEST_NEVER_ARRIVED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: {
      en: 'The request never arrived, and the terminal will refuse every late copy of it.',
      zh: '请求从未到达终端，终端将拒绝其任何迟到的副本。',
    },
    advice: {
      en: 'It was not carried out and never will be; it may be sent again.',
      zh: '该请求未被执行，也不会再被执行；可以重新发送。',
    },
  },
  REQUEST_NOT_EXECUTED: {
    layer: 'transport',
    delivery: 'answered',
    summary: {
      en: 'The terminal has the request, did not carry it out and never will.',
      zh: '终端已收到请求，但未执行，今后也不会执行。',
    },
    advice: {
      en: 'Nothing happened; look at the terminal for the reason, then the act may be started anew.',
      zh: '未产生任何结果；请查看终端上的原因，之后可以重新发起该业务。',
    },
  },
  OUTCOME_UNKNOWN: {
    layer: 'transport',
    delivery: 'unknown',
    summary: {
      en: 'The terminal began the request and does not know how it ended.',
      zh: '终端已开始执行请求，但不清楚最终结果。',
    },
    advice: {
      en: 'Query the order and never repeat the request; the terminal is asked again, and `onOutcome` is told.',
      zh: '请查询订单，切勿重复提交；系统会继续询问终端，并通过 onOutcome 告知结果。',
    },
  },
  REQUEST_REFUSED: {
    layer: 'transport',
    delivery: 'answered',
    summary: {
      en: 'The terminal refused the request before carrying it out.',
      zh: '终端在执行之前拒绝了该请求。',
    },
    advice: {
      en: 'Nothing happened; correct what is named above: keys, the clocks of both sides, or the disk of the terminal.',
      zh: '未产生任何结果；请按上述原因检查：密钥、双方时钟或终端磁盘。',
    },
  },
  ANSWER_SIGNATURE_WRONG: {
    layer: 'transport',
    delivery: 'unknown',
    summary: {
      en: 'The signature of the answer does not fit the pinned key of the terminal.',
      zh: '应答签名与预置的终端公钥不符。',
    },
    advice: {
      en: 'Query the order and never repeat the request; then compare the signing keys of both sides.',
      zh: '请查询订单，切勿重复提交；并核对双方的签名密钥。',
    },
  },
  ANSWER_UNREADABLE: {
    layer: 'transport',
    delivery: 'unknown',
    summary: {
      en: 'The terminal carried the request out, and its answer breaks the rules for a text: too long, not UTF-8, or damaged before it was sent.',
      zh: '终端已执行请求，但其应答不符合报文规则：过长、不是 UTF-8，或在发送前已损坏。',
    },
    advice: {
      en: 'Query the order and never repeat the request; the terminal must be corrected, its journal has the answer.',
      zh: '请查询订单，切勿重复提交；须修正终端程序，其日志中保存着该应答。',
    },
  },
} as const satisfies ErrorCatalogue
