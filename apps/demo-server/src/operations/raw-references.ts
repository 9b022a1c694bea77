import { maskText, showKnown } from '@nationec/protocol/privacy'
import type { References } from '../model/references.ts'

/**
 * The numbers in a body without a description, under the names that the documents give them. They are listed: a
 * transType or an amount that is the number of a person is left out.
 */
export function rawReferences(transType: string, data: unknown): References {
  const body = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {}
  const number = (name: string): string | undefined => {
    const value = body[name]
    return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined
  }
  const amount = body['medfeeSumamt'] ?? body['feeSumamt'] ?? body['totlRefdAmt']
  return {
    transType: /^[A-Za-z0-9_.-]{1,64}$/.test(transType) && maskText(transType) === transType ? transType : undefined,
    medOrgOrd: number('medOrgOrd'),
    payOrdId: number('payOrdId'),
    appRefdSn: number('appRefdSn'),
    amount: typeof amount === 'string' && showKnown(amount, ['medfeeSumamt']) === amount ? amount : undefined,
  }
}
