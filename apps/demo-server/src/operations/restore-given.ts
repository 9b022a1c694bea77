import { createGivenNumbers, type GivenName, type GivenNumbers } from '@nationec/protocol'
import type { OperationIndex } from './operation-index.ts'

/**
 * What the centre's numbers were given for, as far as the journal knows. All of them stay in memory, because every
 * operation does.
 *
 * What a person has said is left out: a mistyped number must not make right answers look stale.
 */
export function restoreGiven(index: Pick<OperationIndex, 'newest'>): GivenNumbers {
  const given = createGivenNumbers(Number.POSITIVE_INFINITY)
  const learn = (name: GivenName, number: string | undefined, owner: string | undefined): void => {
    if (number !== undefined && owner !== undefined) given.learn(name, number, owner)
  }
  for (const { kind, resolvedBy, references } of [...index.newest()].reverse()) {
    const { payOrdId, medOrgOrd, refdSn, appRefdSn } = references
    if ((kind === 'upload' || kind === 'raw') && resolvedBy !== 'person') learn('payOrdId', payOrdId, medOrgOrd)
    learn('refdSn', refdSn, appRefdSn)
  }
  return given
}
