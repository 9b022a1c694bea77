import type { BilingualText, ErrorCatalogue } from '../catalogue.ts'
import { NationEcError } from '../nation-ec-error.ts'

/** What is known of a wrong option, for packages that have no code of their own for it. */
export const optionErrors = {
  OPTION_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'An option is wrong.', zh: '选项有误。' },
    advice: { en: 'Correct it; nothing was sent.', zh: '请改正；请求未发出。' },
  },
} as const satisfies ErrorCatalogue

/** Makes the error of a wrong option out of the one sentence that says what is wrong. */
export type OptionErrorMaker = (detail: BilingualText) => Error

/** Makes the error `OPTION_INVALID`. */
export const optionError: OptionErrorMaker = (detail) =>
  new NationEcError({ code: 'OPTION_INVALID', entry: optionErrors.OPTION_INVALID, details: [detail] })
