/** Where a bill came from. `order`: an order of the ledger that is taken up again, for a refund for instance. */
export type SaleSource = 'page' | 'file' | 'paste' | 'typed' | 'example' | 'order'

/** The person at the terminal, as the credential told it. */
export interface SalePerson {
  readonly idNo: string
  readonly idType: string
  readonly userName: string
  /** Valid for a short time only: a refund reads the credential again. */
  readonly ecToken: string
}

/** Fields of an upload that name a person: they are the sale's own, and never those that a bill came with. */
export const PERSON_FIELDS = ['ecToken', 'payAuthNo', 'idNo', 'idType', 'userName'] as const

/**
 * One sale: a bill, its person, and how far the cashier has come. What moved money is in the ledger under `medOrgOrd`.
 *
 * It holds personal data, so it ends with the sale: see {@link SaleFiles}.
 */
export interface SaleRow {
  readonly id: string
  /** The bill's number; there is one open sale for it. */
  readonly medOrgOrd: string
  readonly source: SaleSource
  /** The total of the bill in yuan, where it is known. */
  readonly total?: string | undefined
  /** The upload's body without its person; absent in a sale of an order. */
  readonly bill?: Readonly<Record<string, unknown>> | undefined
  /** The person that the bill came with: no other may pay it. */
  readonly expected?: Pick<SalePerson, 'idNo'> | undefined
  readonly person?: SalePerson | undefined
  readonly printed: boolean
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly changedAt: number
}

/** What of a sale is done at most once for each attempt. */
export type SaleMoney = 'upload' | 'revoke'

/** The scope of their keys in the ledger: two pages that press at once press the same. */
export const SALE_SCOPE = 'sale'
