/**
 * Money safety for the medical-insurance terminal.
 *
 * @module
 */

export { currentAttempt } from './engine/current-attempt.ts'
export type { Decision } from './engine/decide.ts'
export type { Memory, MemoryAnswer, MemoryQuestion } from './engine/memories.ts'
export type { MoneyCalls, MoneyOptions, MoneyTextOptions, PassedText } from './engine/money-calls.ts'
export type { LedgerClient } from './engine/parts.ts'
export type { DisputedOrder, LedgerQueryParameters, LedgerQueryResult } from './engine/query-order.ts'
export type { Reconciliation } from './engine/reconcile/reconcile-day.ts'
export type { OperationOptions } from './engine/requests.ts'
export { isStoreError, LedgerError, type LedgerErrorParts, type StoreError, storeError } from './errors/ledger-error.ts'
export { type LedgerErrorCode, ledgerErrors } from './errors/ledger-errors.ts'
export type { StoreErrorCode } from './errors/store-errors.ts'

export type { LateAnswer, Ledger, Listed, OperationName, OrderFilter, ToldPush } from './ledger.ts'
export type { Failure } from './model/facts.ts'
export type * from './model/view.ts'
export { type Change, type LedgerOptions, openLedger } from './open-ledger.ts'
export type { DayReport, ReportedDifference } from './reconciliation/report/report.ts'
export type { DayFile, ReconciliationRow } from './reconciliation/row.ts'
export type { Attempt } from './store/attempt.ts'
export { canonical, contentOf, FIRST_LINK, lastingText, link, rowDigest } from './store/chain.ts'
export type * from './store/contract.ts'
export { type Belongings, FINAL_STATUSES, mayForget } from './store/may-forget.ts'
export { memoryStore } from './store/memory/memory-store.ts'
export type * from './store/rows.ts'
