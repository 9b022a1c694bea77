import type { BilingualText } from '@nationec/errors'
import type {
  DayRow,
  EventRow,
  ExceptionRow,
  Facts,
  OperationKind,
  OperationRow,
  OperationState,
  OrderRow,
  OrderStatus,
  TableName,
  Tables,
} from './rows.ts'

/**
 * Where a ledger keeps its rows: memory, SQLite, PostgreSQL, or your own.
 *
 * The engine decides everything from rows that it has read, and writes with the versions of those rows. So a store has no
 * rules of money in it: it keeps rows, what is unique, the check of the buckets, and the chain of events. Every method is
 * asynchronous and rejects with a `StoreError`; none throws. What a method gives is a copy.
 *
 * `@nationec/ledger/store-kit` tests a store against this page.
 */
export interface Store {
  /** In errors and reports, for example `sqlite`. */
  readonly name: string
  /**
   * Opens the ledger, making or migrating it if need be. Nothing is held when it rejects.
   *
   * @throws `LEDGER_NEWER` made by a newer version, `LEDGER_LOCKED` another process has it, `LEDGER_DAMAGED` the chain, the
   *   mark or the key does not fit, `LEDGER_UNSAFE` commits would not survive a power cut, `LEDGER_UNREACHABLE` folder or
   *   server cannot be used, `LEDGER_FULL`
   */
  open(options: OpenOptions): Promise<OpenStore>
}

export interface OpenOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** The process that opens it: a fresh id for each opening. A store with a lane for each process names the lane so. */
  readonly instance: string
}

/** An open ledger. After `close` every method rejects with `LEDGER_CLOSED`. */
export interface OpenStore {
  readonly supports: StoreSupports
  /** Time of the newest event when it was opened; `undefined` for an empty ledger. Retention is counted from it. */
  readonly newestAt: number | undefined

  /**
   * Statement 1. One atomic group: all writes are stored, durably and with one event for each, before it resolves; or none.
   *
   * Groups of many callers may share a transaction of the database (a SAVEPOINT for each): one that is refused changes
   * nothing in the others. Each write states what it needs; when several needs are not met any one of them is reported.
   *
   * - `KEY_TAKEN`: an operation with this (scope, key) exists under another id
   * - `ORDER_BUSY`: one of `holds` is held by another operation. Holds of rows written in the same group count as they are
   *   after the group
   * - `NUMBER_TAKEN`: another order has this `payOrdId`
   * - `BUCKET_EXCEEDED`: an order after the group has `paid`, not `excess`, and `held` above `paid` in the total or in a
   *   bucket, or a `held` below zero
   * - `STALE`: a row is not at the version that the write expects; a row to be inserted exists
   * - `COMMIT_UNKNOWN`: the database did not say whether it was stored. It is all there or not at all, and which of the two
   *   can be read as soon as the store answers again
   * - `LEDGER_FULL`, `LEDGER_UNREACHABLE`: nothing was stored
   */
  commit(group: readonly Write[]): Promise<void>

  /** Statement 2. Operations by one of their numbers, newest first. A number that is not known gives none. */
  findOperations(by: OperationNumber): Promise<readonly OperationRow[]>
  /** Statement 3. Orders by one of their numbers, newest first: a bill that was uploaded again after a revoke has several. */
  findOrders(by: OrderNumber): Promise<readonly OrderRow[]>
  /**
   * Statement 4. The answer of an operation, as it was written.
   *
   * @throws `LEDGER_DAMAGED` when the seal does not open
   */
  answerOf(operation: string): Promise<string | undefined>
  /** Statement 5. Operations by index, newest first. */
  operations(query: OperationQuery): Promise<Page<OperationRow>>
  /** Statement 6. Orders by index, newest first. */
  orders(query: OrderQuery): Promise<Page<OrderRow>>
  /** Statement 7. Exceptions by index, oldest first. */
  exceptions(query: ExceptionQuery): Promise<Page<ExceptionRow>>
  /** Statement 8. Events of one row in the order of `version`, or of everything in the order of (`at`, `lane`, `seq`). */
  events(query: EventQuery): Promise<Page<EventRow>>
  /** Statement 9. A day that was closed. */
  day(day: string): Promise<DayRow | undefined>

  /**
   * Statement 10. Takes work: operations in `running` or `unknown` with `nextAt` not after `now`, the longest due first, or
   * the one that is named, due or not. In one atomic step their `nextAt` becomes `until`, `owner` becomes `owner` and
   * `version` grows by one; the rows are given as they are then. No event is written.
   *
   * Two processes never get one row (`FOR UPDATE SKIP LOCKED`). One that was too slow meets `STALE` when it writes: the
   * version is its fence.
   */
  claim(claim: Claim): Promise<readonly OperationRow[]>
  /** Statement 11. The earliest `nextAt` of operations in `running` or `unknown`. */
  nextDue(): Promise<number | undefined>

  /**
   * Statement 12. Forgets up to `limit` orders with their operations, answers, exceptions and events, and raw operations of
   * no order; gives how many operations went. Never what is open: see {@link mayForget}, which each store evaluates for
   * everything that belongs to an order. Days stay.
   *
   * The chain survives: what is forgotten leaves a signed cut, so that {@link OpenStore.verify} still tells it from damage.
   */
  forget(bounds: ForgetBounds): Promise<number>
  /** Statement 13. Reads the whole chain and compares every row with its last event. */
  verify(): Promise<Verification>
  /**
   * Statement 14. Writes a whole copy that opens as a ledger. Only where `supports.backup`.
   *
   * @param target a folder or file that does not exist
   * @throws `LEDGER_UNREACHABLE`, `LEDGER_FULL`; `BACKUP_UNSUPPORTED` where it is not supported
   */
  backup(target: string): Promise<void>

  /** What a commit survives, read back from the database now. */
  durability(): Promise<Durability>
  /**
   * A keyed digest of a text: lower-case hexadecimal, at least 32 characters, the same for the life of the ledger and in
   * every process. The key is the store's and never beside the digests. For persons, requests and signatures.
   */
  digest(text: string): string
  /** Resolves when nothing is held any more; may be called again. Groups under way are finished first. */
  close(): Promise<void>
}

/** What a store can do; the kit tests each claim in both directions. */
export interface StoreSupports {
  /** No other process can have this ledger open: what runs when it is opened has died. */
  readonly exclusive: boolean
  readonly backup: boolean
  /** Rows are there again after `close` and a new `open`, by a new process too. */
  readonly persistent: boolean
}

/** A row as it must be after the group, and the event that tells of it. */
export type Write = { readonly [Name in TableName]: WriteOf<Name> }[TableName]

export interface WriteOf<Name extends TableName> {
  readonly table: Name
  /** The whole row. Its `version` is 1 for a new row, else one more than the stored row has. */
  readonly row: Tables[Name]
  readonly event: NewEvent
  /**
   * Operations only: the answer, sealed by the store where it lies on a disk. `undefined` leaves the stored one, `null`
   * removes it. At most 1 MiB.
   */
  readonly answer?: string | null | undefined
}

/** Table, id and version are those of the row; lane and position are the store's. */
export interface NewEvent {
  readonly type: string
  readonly at: number
  readonly facts: Facts
}

/** Exactly one of them. `order`: every operation of the order. `alike`: see the row. */
export type OperationNumber =
  | { readonly id: string }
  | { readonly scope: string; readonly key: string }
  | { readonly order: string }
  | { readonly hold: string }
  | { readonly alike: string }
  | { readonly medOrgOrd: string }
  | { readonly payOrdId: string }
  | { readonly appRefdSn: string }
  | { readonly refdSn: string }

/** Exactly one of them. */
export type OrderNumber = { readonly id: string } | { readonly medOrgOrd: string } | { readonly payOrdId: string }

/** Rows and where the next page begins; absent on the last one. */
export interface Page<Any> {
  readonly rows: readonly Any[]
  readonly next?: string | undefined
}

/** The order of pages is (`createdAt`, `id`): rows that come meanwhile neither repeat nor push out others. */
export interface PageQuery {
  /** `next` of the page before; the cursor is the store's own text. */
  readonly after?: string | undefined
  /** 1 to 1,000. */
  readonly limit: number
}

export interface OperationQuery extends PageQuery {
  readonly day?: string | undefined
  readonly kind?: OperationKind | undefined
  readonly state?: OperationState | undefined
  readonly till?: string | undefined
}

export interface OrderQuery extends PageQuery {
  readonly day?: string | undefined
  readonly status?: OrderStatus | undefined
  readonly till?: string | undefined
}

export interface ExceptionQuery extends PageQuery {
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  readonly day?: string | undefined
  readonly operation?: string | undefined
  readonly order?: string | undefined
}

export interface EventQuery extends PageQuery {
  /** Of one row. Without it: of everything. */
  readonly of?: { readonly table: TableName; readonly id: string } | undefined
}

export interface Claim {
  readonly now: number
  /** Until then no other process takes them. */
  readonly until: number
  /** `OpenOptions.instance` of the process that takes them. */
  readonly owner: string
  /** At most so many. */
  readonly limit: number
  /** Only this one, due or not. It must be open still. */
  readonly operation?: string | undefined
}

export interface ForgetBounds {
  /** Only what was not changed at or after this time. */
  readonly before: number
  readonly limit: number
}

/** What is wrong with a ledger. */
export interface Damage {
  readonly what:
    | 'event-missing'
    | 'event-changed'
    | 'event-order'
    | 'end-missing'
    | 'row-missing'
    | 'row-changed'
    | 'answer-unreadable'
    /** A page or an index of the database, by its own check. */
    | 'file-damaged'
  readonly lane?: string | undefined
  readonly seq?: number | undefined
  readonly table?: TableName | undefined
  readonly id?: string | undefined
}

export interface Verification {
  readonly events: number
  readonly rows: number
  /** Empty when all is well; at most the first 1,000. */
  readonly damage: readonly Damage[]
}

/** What a commit survives, and what a person should know of it. */
export interface Durability {
  readonly survives: 'nothing' | 'process' | 'power-cut' | 'loss-of-one-server'
  /** Settings as they were read back, for example `{ journal_mode: 'wal', synchronous: 'FULL' }`. */
  readonly settings: Readonly<Record<string, string>>
  /** For `doctor`: what would make it safer. */
  readonly warnings: readonly BilingualText[]
}
