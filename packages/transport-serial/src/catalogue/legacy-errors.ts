import type { ErrorCatalogue } from '@nationec/errors'

/** What the examples of the seams refuse. */
export const legacyErrors = {
  PLAIN_CHANNEL_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'A channel without protection is for tests only.', zh: '无保护的通道仅可用于测试。' },
    advice: {
      en: 'Leave the option `channel` out; in a test give `{ test: true }`, and NODE_ENV must not be `production`.',
      zh: '请去掉 channel 选项；测试中须显式传入 { test: true }，且 NODE_ENV 不得为 production。',
    },
  },
} as const satisfies ErrorCatalogue
