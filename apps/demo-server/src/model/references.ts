import { plainNumber } from './plain-number.ts'

/** The numbers that an operation is about; none of them is a person's. */
export interface References {
  readonly medOrgOrd?: string | undefined
  readonly payOrdId?: string | undefined
  readonly appRefdSn?: string | undefined
  /** The centre's number of a refund. */
  readonly refdSn?: string | undefined
  readonly transType?: string | undefined
  /** Yuan, two decimals. */
  readonly amount?: string | undefined
  readonly refdType?: string | undefined
  /** State of the order before a refund: what a later query is compared with. */
  readonly ordStasBefore?: string | undefined
}

/** The same as lists, logs and the journal may hold them: what does not look like a number or a code becomes a digest. */
export function plainReferences(references: References): References {
  const { medOrgOrd, payOrdId, appRefdSn, refdSn, refdType, ordStasBefore } = references
  return {
    ...references,
    medOrgOrd: plainNumber(medOrgOrd),
    payOrdId: plainNumber(payOrdId),
    appRefdSn: plainNumber(appRefdSn),
    refdSn: plainNumber(refdSn),
    refdType: plainNumber(refdType),
    ordStasBefore: plainNumber(ordStasBefore),
  }
}
