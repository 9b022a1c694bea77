import { type BilingualText, type Delivery, isNationEcError, NationEcError } from '@nationec/errors'
import { type LedgerErrorCode, ledgerErrors } from './ledger-errors.ts'
import type { StoreErrorCode } from './store-errors.ts'

/** What a {@link LedgerError} is made of besides its code. */
export interface LedgerErrorParts {
  readonly details?: readonly BilingualText[] | undefined
  readonly delivery?: Delivery | undefined
  readonly cause?: unknown
  /** The operation that stands in the way. */
  readonly operationId?: string | undefined
}

/** The ledger refused a request, or its store failed. Nothing was sent to the terminal unless `delivery` says otherwise. */
export class LedgerError extends NationEcError<LedgerErrorCode> {
  /** The operation that stands in the way, when one does. */
  readonly operationId: string | undefined

  constructor(code: LedgerErrorCode, parts: LedgerErrorParts = {}) {
    super({ code, entry: ledgerErrors[code], ...parts })
    this.name = 'LedgerError'
    this.operationId = parts.operationId
  }

  override toJSON(): Record<string, unknown> {
    const { operationId } = this
    return { ...super.toJSON(), ...(operationId === undefined ? {} : { operationId }) }
  }
}

/** A failure of a store; see the contract for what each code promises. */
export type StoreError = LedgerError & { readonly code: StoreErrorCode }

/** Makes the error that a store rejects with. */
export function storeError(code: StoreErrorCode, parts?: Omit<LedgerErrorParts, 'operationId'>): StoreError {
  return new LedgerError(code, parts) as StoreError
}

/** Whether a caught value is this failure of a store. */
export function isStoreError(error: unknown, ...codes: readonly StoreErrorCode[]): error is StoreError {
  return codes.some((code) => isNationEcError(error, code))
}
