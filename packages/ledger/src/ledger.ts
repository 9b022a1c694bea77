import type { CallOptions, Generation } from '@nationec/client'
import type { OrderNumbers, PushAlarm } from '@nationec/client/notifications'
import type { Decision } from './engine/decide.ts'
import type { MoneyCalls } from './engine/money-calls.ts'
import type { LedgerQueryParameters, LedgerQueryResult } from './engine/query-order.ts'
import type { Reconciliation } from './engine/reconcile/reconcile-day.ts'
import type { LedgerOperation, LedgerOrder } from './model/view.ts'
import type { DayFile } from './reconciliation/row.ts'
import type { OpenStore, OperationQuery, PageQuery } from './store/contract.ts'
import type { DayRow, ExceptionRow, Facts, OrderStatus } from './store/rows.ts'

/** By which number an operation is looked for; `key` with its `scope`, which is `''` by default. */
export type OperationName =
  | { readonly id: string }
  | { readonly key: string; readonly scope?: string | undefined }
  | { readonly medOrgOrd: string }
  | { readonly payOrdId: string }
  | { readonly appRefdSn: string }
  | { readonly refdSn: string }

export interface OrderFilter {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly day?: string | undefined
  readonly status?: OrderStatus | undefined
  readonly till?: string | undefined
}

/** One page of a list. */
export interface Listed<Entry> {
  readonly entries: readonly Entry[]
  /** Where the next page begins, for `after`; absent on the last one. */
  readonly next?: string | undefined
}

/** What a push means for the ledger. */
export interface ToldPush {
  readonly order: LedgerOrder | undefined
  /** It fits no order of the ledger: have a person look at it. */
  readonly alarm: PushAlarm | undefined
}

/** What a terminal says of a request whose caller was told `unknown`. */
export interface LateAnswer {
  /** The text of the request. */
  readonly request: string
  /** The text of the answer; `undefined` when it was not carried out and never will be. */
  readonly answer: string | undefined
}

/**
 * A ledger: every operation that moves money, at most once for each key, with its outcome proved or in the hands of a
 * person.
 */
export interface Ledger<Chosen extends Generation = 'centre'> extends MoneyCalls<Chosen>, AsyncDisposable {
  /**
   * 查询订单结算状态 (clause 4.2): what the answer proves is stored before it is given. `payToken` is filled in where the
   * ledger has it. An answer that contradicts what is known is `unrecognised`, and a person is called.
   */
  querySettlement(
    parameters: LedgerQueryParameters<Chosen>,
    options?: CallOptions & { readonly till?: string | undefined },
  ): Promise<LedgerQueryResult<Chosen>>
  /**
   * Waits until the outcome of an operation is known: asks at once, then on the schedule of the worker.
   *
   * @param options `within`: milliseconds, default 90,000; then it is given as it is, `unknown` or `running`; 0 asks once.
   *   `once`: it is given so after one question that has proved nothing, however long the terminal was busy; default false
   * @throws `OPERATION_NOT_KNOWN`
   */
  settle(
    id: string,
    options?: { readonly within?: number | undefined; readonly once?: boolean | undefined },
  ): Promise<LedgerOperation>
  /** What a person must look at, oldest first. */
  exceptions(filter?: { readonly day?: string | undefined }): AsyncIterable<ExceptionRow>
  /**
   * Stores the decision of a person on an exception or an operation, with name and reason; provisional, a later proof
   * corrects it.
   *
   * @throws `OPERATION_NOT_KNOWN`, `DECISION_INVALID`
   */
  decide(id: string, decision: Decision): Promise<void>
  /** Takes a push as a hint: what is unknown of its order is asked for now. */
  tell(push: OrderNumbers): Promise<ToldPush>
  /** Takes what a terminal tells of an old request by itself; gives the operation, if the ledger has it. */
  remember(late: LateAnswer): Promise<LedgerOperation | undefined>
  /** Orders, newest first, by index. */
  orders(filter?: OrderFilter): AsyncIterable<LedgerOrder>
  /** An order by its id, or by either number; the newest of its bill. */
  order(number: OrderNumbers | { readonly id: string }): Promise<LedgerOrder | undefined>
  /** An operation as it is known now, the newest by this number. */
  operation(name: OperationName): Promise<LedgerOperation | undefined>
  /** Orders, newest first, a page at a time: for lists on a screen. */
  orderPage(page: OrderFilter & PageQuery): Promise<Listed<LedgerOrder>>
  /** Operations, newest first, a page at a time. */
  operationPage(page: OperationQuery): Promise<Listed<LedgerOperation>>
  /**
   * Whether a person is the one that an order was uploaded for; `undefined` where the ledger does not know it. Ask before
   * you send the identity of a person with the number of an order.
   */
  isPersonOf(
    number: OrderNumbers | { readonly id: string },
    person: { readonly idNo?: string | undefined; readonly psnNo?: string | undefined },
  ): Promise<boolean | undefined>
  /** The payToken of an order that was uploaded here; `undefined` when its answer is lost. */
  tokenOf(payOrdId: string): Promise<string | undefined>
  /**
   * Does work of a cashier at the terminal that is none of the ledger's, such as reading a credential: the ledger's own
   * questions keep out of its way.
   */
  serve<Result>(work: () => Promise<Result>, options?: { readonly till?: string | undefined }): Promise<Result>
  /** Operations of an order, newest first. */
  operationsOf(order: string): Promise<readonly LedgerOperation[]>
  /**
   * 对账: compares the lists of a day with the ledger. Each difference becomes an exception, once; nothing else is changed,
   * as what a list says is no proof. Exceptions that the lists explain are ended.
   *
   * @param file rows as the readers of `@nationec/ledger/reconciliation` give them
   * @throws `DAY_INVALID`
   */
  reconcile(file: DayFile): Promise<Reconciliation>
  /**
   * Closes a day: what was counted and compared is signed.
   *
   * @param options `by`: who closes it; `facts`: what was compared, as `reconcile` gives it
   * @throws `DAY_OPEN`
   */
  closeDay(day: string, options: { readonly by: string; readonly facts?: Facts | undefined }): Promise<DayRow>
  /** The store, for `verify`, `backup`, `durability` and reports. */
  readonly store: OpenStore
  /** Waits for operations under way, stores their outcomes, and lets the store go. May be called again. */
  close(): Promise<void>
}
