import type { BilingualText } from '@nationec/errors'

/** The advice of a failure in a call that moves no money, instead of querying an order that it does not concern. */
export const askAgain: BilingualText = {
  en: 'This call moves no money: correct what is named above and ask again.',
  zh: '该接口不涉及资金：请按上文排除原因后重新发起。',
}
