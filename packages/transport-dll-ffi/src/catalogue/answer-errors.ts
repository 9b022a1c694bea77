import type { ErrorCatalogue } from '@nationec/errors'

/** What is wrong with the texts, on their way in or back. */
export const answerErrors = {
  TEXT_NOT_ENCODABLE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The request holds a character that the library’s character set lacks.',
      zh: '请求中含有动态库字符集无法表示的字符。',
    },
    advice: {
      en: 'Replace the character, or set `encoding.out` to `utf-8` if the library takes it; nothing was sent.',
      zh: '请替换该字符；若动态库接受 UTF-8，请将 encoding.out 设为 utf-8。请求未发出。',
    },
  },
  ANSWER_NOT_DECODABLE: {
    layer: 'library',
    delivery: 'unknown',
    summary: {
      en: 'The answer is not text in the character set that was expected.',
      zh: '应答内容不符合预期的字符集。',
    },
    advice: {
      en: 'Query the order and never repeat the request; then set `encoding.in` to what the library really answers in.',
      zh: '请查询订单，切勿重复提交；并将 encoding.in 设为动态库实际使用的字符集。',
    },
  },
  OUT_DATA_EMPTY: {
    layer: 'library',
    delivery: 'unknown',
    summary: { en: 'The library reported success and an empty answer.', zh: '动态库返回成功，但应答为空。' },
    advice: {
      en: 'Query the order and never repeat the request; if it repeats, ask the vendor with the version of the library.',
      zh: '请查询订单，切勿重复提交；若反复出现，请携带动态库版本号咨询厂商。',
    },
  },
  OUT_DATA_UNCHANGED: {
    layer: 'library',
    delivery: 'unknown',
    summary: {
      en: 'The library reported success and wrote nothing into OutData.',
      zh: '动态库返回成功，但没有写入 OutData。',
    },
    advice: {
      en: 'Query the order and never repeat the request; if the library returns the answer itself, set `answersWithoutReturn`.',
      zh: '请查询订单，切勿重复提交；若该动态库以返回值直接给出应答，请设置 answersWithoutReturn。',
    },
  },
  OUT_DATA_OVERRUN: {
    layer: 'library',
    delivery: 'unknown',
    summary: {
      en: 'The library wrote outside OutData.',
      zh: '动态库写入内容超出 OutData 范围。',
    },
    advice: {
      en: 'Query the order and never repeat the request; clause 3.2 of the specification allows 900K for OutData: tell the vendor.',
      zh: '请查询订单，切勿重复提交；规范 3.2 规定 OutData 最大为 900K，请告知厂商。',
    },
  },
  OUT_DATA_UNTERMINATED: {
    layer: 'library',
    delivery: 'unknown',
    summary: {
      en: 'The library filled OutData without an end mark, so the answer may be cut.',
      zh: '动态库写满 OutData 且没有结束符，应答可能不完整。',
    },
    advice: {
      en: 'Query the order and never repeat the request; ask for fewer items at a time.',
      zh: '请查询订单，切勿重复提交；请减少单次请求的数据量。',
    },
  },
} as const satisfies ErrorCatalogue
