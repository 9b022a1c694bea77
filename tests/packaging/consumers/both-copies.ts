// A program that holds the packages twice: amounts pass from the one to the other.

import { type Yuan, yuan } from '@nationec/protocol'

type YuanOfCommonJs = import('@nationec/protocol', { with: { 'resolution-mode': 'require' }}).Yuan

const amount: YuanOfCommonJs = yuan('128.50')
const back: Yuan = amount
// @ts-expect-error: a text is no amount.
const text: Yuan = '128.50'
console.log(back, text)
