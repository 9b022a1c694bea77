/**
 * The suite that tests a store of your own against the contract of a ledger's stores.
 *
 * @module
 */
export type { AbleSubject, StoreCase, StoreCaseContext } from './store/kit/case.ts'
export { storeCases } from './store/kit/cases.ts'
export type { DamageKind, MakeStoreSubject, StoreAbility, StoreSubject } from './store/kit/subject.ts'
export { runStoreCase, type TestStoreOptions, testStore } from './store/kit/test-store.ts'
