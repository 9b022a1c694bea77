import type { OrderNumbers } from '@nationec/client/notifications'
import { plainNumber } from '../model/plain-number.ts'
import type { Books } from './books.ts'

/**
 * The order of this agent that a push tells of: by its own number, or by the bill when the answer to the upload was lost.
 * `undefined` when no upload of this agent made it.
 */
export function findPushed(
  { given, index, orderEntry }: Pick<Books, 'given' | 'index' | 'orderEntry'>,
  push: OrderNumbers,
): OrderNumbers | undefined {
  const [payOrdId, medOrgOrd] = [plainNumber(push.payOrdId), plainNumber(push.medOrgOrd)]
  const owner = payOrdId === undefined ? undefined : given.ownerOf('payOrdId', payOrdId)
  if (owner !== undefined) return { ...push, medOrgOrd: owner === medOrgOrd ? push.medOrgOrd : owner }
  const isKnown =
    orderEntry(payOrdId ?? '') !== undefined ||
    orderEntry(medOrgOrd ?? '') !== undefined ||
    index.ofOrder({ payOrdId, medOrgOrd }).length > 0
  return isKnown ? push : undefined
}
