import type { Store } from '../contract.ts'

/** A ledger that the kit tests, and what can be done to it from outside. What it cannot do is left out. */
export interface StoreSubject {
  /** A store over the place of this subject, as another process would make it: each call gives a new one, the place stays. */
  readonly store: () => Store
  /** A store over a copy of what would be left if the process ended now. What is open stays open. */
  readonly crash?: (() => Promise<Store>) | undefined
  /** Everything that lies at rest: the files, or the text of every column. */
  readonly bytes?: (() => Promise<readonly Uint8Array[]>) | undefined
  /** Changes the settings of the connection that is open so that commits do not survive a power cut any more. */
  readonly weaken?: (() => Promise<void>) | undefined
  /** Damages what lies at rest. Nothing is open then. */
  readonly damage?: ((how: DamageKind, target: { readonly id: string }) => Promise<void>) | undefined
  /** A store over a backup, for `supports.backup`. */
  readonly restored?: ((target: string) => Store) | undefined
  /** A place for a backup that does not exist yet. */
  readonly target?: (() => string) | undefined
  /** Takes the place away. */
  readonly dispose: () => void | Promise<void>
}

/**
 * What the kit does to a ledger, always to an operation `id` whose first event is not the last of the ledger.
 *
 * - `row-changed`: something in the stored row, with its version left as it is
 * - `row-removed`: the row alone
 * - `event-changed`: the type of its first event
 * - `event-removed`: its first event
 * - `events-swapped`: the types and facts of its first two events
 */
export type DamageKind = 'row-changed' | 'row-removed' | 'event-changed' | 'event-removed' | 'events-swapped'

/** Makes a fresh and empty subject; called once for each case. */
export type MakeStoreSubject = () => StoreSubject | Promise<StoreSubject>

/** What a subject may be unable to do. */
export type StoreAbility = 'crash' | 'bytes' | 'weaken' | 'damage' | 'restored'
