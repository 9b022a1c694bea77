import type { ErrorCatalogue } from '@nationec/errors'
import { reconciliationErrors } from './reconciliation-errors.ts'
import { requestErrors } from './request-errors.ts'
import { storeErrors } from './store-errors.ts'

/** Everything that a ledger refuses, and everything that its store can meet. */
export const ledgerErrors = {
  ...requestErrors,
  ...reconciliationErrors,
  ...storeErrors,
} as const satisfies ErrorCatalogue

/** The codes of {@link ledgerErrors}. */
export type LedgerErrorCode = keyof typeof ledgerErrors
