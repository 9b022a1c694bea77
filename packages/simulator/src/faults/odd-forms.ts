import type { Message, Shape } from '@nationec/protocol'
import type { OddForm } from './fault.ts'

type Body = Record<string, unknown>

/** Rewrites a good answer in a form seen in the field; a reader must find the same values in it. */
export function oddForm(text: string, form: OddForm, { response }: Message): string {
  const header = JSON.parse(text) as Body
  const data = typeof header['data'] === 'string' ? (JSON.parse(header['data']) as unknown) : header['data']
  if (data === null || typeof data !== 'object') return text
  const asText = typeof header['data'] === 'string'
  const body = data as Body
  switch (form) {
    case 'data-as-text':
      return JSON.stringify({ ...header, data: asText ? body : JSON.stringify(body) })
    case 'null-texts':
      return JSON.stringify({ ...header, data: { ...absentAsText(response), ...body }, extData: 'null' })
    case 'numbers':
      return JSON.stringify({ ...header, code: String(header['code']), data: amountsAsNumbers(body, response) })
    case 'other-names':
      return JSON.stringify({ ...header, data: renamed(body, response), extra: {} })
  }
}

/** Missing values as the text "null". */
function absentAsText(shape: Shape): Body {
  const body: Body = {}
  for (const [name, { required, kind }] of Object.entries(shape)) {
    if (!required && kind !== 'list' && kind !== 'object') body[name] = 'null'
  }
  return body
}

/** Amounts as JSON numbers: 128.5 for 128.50. */
function amountsAsNumbers(body: Body, shape: Shape): Body {
  const numeric = new Set(['money', 'decimal', 'integer'])
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, numeric.has(shape[name]?.kind ?? '') ? Number(value) : value]),
  )
}

/** Fields under their other spellings: ownpayAmt for ownPayAmt. */
function renamed(body: Body, shape: Shape): Body {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [shape[name]?.aliases?.[0] ?? name, value]))
}
