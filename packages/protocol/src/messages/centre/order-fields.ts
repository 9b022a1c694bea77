import { text } from '../../description/field.ts'
import { confirmed, ownLength } from '../../description/field-facts.ts'

/** The order's numbers and secrets; every message that follows an upload is about these. */
export const payOrdId = text('支付订单号', 64, {
  ...confirmed,
  required: true,
  note: 'Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits.',
})

export const payToken = text('支付令牌', 256, {
  ...ownLength,
  required: true,
  sensitive: 'token',
  note: 'A credential: never log it. The length is ours.',
})

export const orgCodg = text('机构编码', 40, {
  required: true,
  note: 'H or P and 11 digits; the length is that of orgId.',
})

export const medOrgOrd = text('医药机构订单号', 64, {
  note: 'Unique per institution; the length is one caller’s bound.',
})

export const ecToken = text('电子凭证授权', 40, { sensitive: 'token', note: 'The length is that at the terminal.' })

export const payAuthNo = text('支付授权码', 40, {
  sensitive: 'token',
  note: 'AUTH, a 6-digit area, yyyyMMddHHmmss and 7 digits; lives 5 to 10 minutes, works once.',
})
