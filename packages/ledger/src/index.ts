/**
 * Money safety for the medical-insurance terminal.
 *
 * @module
 */
export { isStoreError, LedgerError, type LedgerErrorParts, type StoreError, storeError } from './errors/ledger-error.ts'
export { type LedgerErrorCode, ledgerErrors } from './errors/ledger-errors.ts'
export type { StoreErrorCode } from './errors/store-errors.ts'
export { canonical, contentOf, FIRST_LINK, link, rowDigest } from './store/chain.ts'
export type * from './store/contract.ts'
export { type Belongings, FINAL_STATUSES, mayForget } from './store/may-forget.ts'
export { memoryStore } from './store/memory/memory-store.ts'
export type * from './store/rows.ts'
