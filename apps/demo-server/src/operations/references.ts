/** The numbers that an operation is about; none of them is a person's. */
export interface References {
  readonly medOrgOrd?: string | undefined
  readonly payOrdId?: string | undefined
  readonly appRefdSn?: string | undefined
  readonly transType?: string | undefined
  /** Yuan, two decimals. */
  readonly amount?: string | undefined
  readonly refdType?: string | undefined
  /** State of the order before a refund: what a later query is compared with. */
  readonly ordStasBefore?: string | undefined
}
