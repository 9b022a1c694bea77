import type { ErrorCatalogue } from '@nationec/errors'

/** The codes that the transports over HTTP add to those of every transport. */
export const httpErrors = {
  AGENT_NOT_PAIRED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The agent does not know this token.', zh: '代理不认识该令牌。' },
    advice: {
      en: 'Pair again: nationec agent pair --token-out <file>; the request never left.',
      zh: '请重新配对：nationec agent pair --token-out <文件>；请求未发出。',
    },
  },
  AGENT_OTHER_INSTITUTION: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The agent belongs to another institution.', zh: '该代理属于其他机构。' },
    advice: {
      en: 'Correct orgId, or use the agent of this institution; the request never left.',
      zh: '请更正 orgId，或改用本机构的代理；请求未发出。',
    },
  },
} as const satisfies ErrorCatalogue

/** The codes of {@link httpErrors}. */
export type HttpErrorCode = keyof typeof httpErrors
