import type { LedgerOrder } from '@nationec/ledger'
import type { Yuan } from '@nationec/protocol'
import type { AgentLedger } from './agent-ledger.ts'

/** The ledger as the routes of a till see it. */
export type TillLedger = Pick<
  AgentLedger,
  | ('uploadFees' | 'placeOrder' | 'revokeFees' | 'refund' | 'exchangeText' | 'querySettlement')
  | ('serve' | 'settle' | 'decide' | 'exceptions' | 'tokenOf' | 'isPersonOf')
  | ('order' | 'orderPage' | 'operation' | 'operationPage' | 'operationsOf')
> & {
  /** Yuan that refunds of an order hold, at any till; `undefined` when it is not known. */
  heldOf(payOrdId: string): Promise<Yuan | undefined>
}

/**
 * The part of a ledger that belongs to a till: what goes out goes to its terminal, its keys never meet those of another
 * till, and what is read, asked or decided is its own. An order belongs to the till that uploaded it and to each that has
 * done something to it: a bill of one till may be refunded at another, by its number.
 *
 * @param till absent where there is one till only: then everything is its own
 */
export function ledgerOfTill(ledger: AgentLedger, till: string | undefined): TillLedger {
  const heldOf = async (payOrdId: string) => (await ledger.order({ payOrdId }))?.held.total
  if (till === undefined) return { ...ledger, heldOf }
  const here = <Options extends { readonly scope?: string | undefined }>(options: Options) => ({
    ...options,
    till,
    scope: `${till} ${options.scope ?? ''}`,
  })

  async function isOwn(order: LedgerOrder): Promise<boolean> {
    return order.till === till || (await ledger.operationsOf(order.id)).some((operation) => operation.till === till)
  }

  async function own(id: string): Promise<string> {
    if ((await ledger.operation({ id }))?.till === till) return id
    for await (const exception of ledger.exceptions()) {
      if (exception.id === id && (await concerns(exception))) return id
    }
    return NONE
  }

  async function concerns({ operation, order }: { operation?: string | undefined; order?: string | undefined }) {
    if (operation !== undefined) return (await ledger.operation({ id: operation }))?.till === till
    const known = order === undefined ? undefined : await ledger.order({ id: order })
    return known === undefined || isOwn(known)
  }

  return {
    uploadFees: (parameters, options) => ledger.uploadFees(parameters, here(options)),
    placeOrder: (parameters, options) => ledger.placeOrder(parameters, here(options)),
    revokeFees: (parameters, options) => ledger.revokeFees(parameters, here(options)),
    refund: (parameters, options) => ledger.refund(parameters, here(options)),
    exchangeText: (text, options) => ledger.exchangeText(text, here(options)),
    querySettlement: (parameters, options) => ledger.querySettlement(parameters, { ...options, till }),
    serve: (work) => ledger.serve(work, { till }),
    settle: async (id, options) => ledger.settle(await own(id), options),
    decide: async (id, decision) => ledger.decide(await own(id), decision),
    async *exceptions(filter) {
      for await (const exception of ledger.exceptions(filter)) if (await concerns(exception)) yield exception
    },
    tokenOf: ledger.tokenOf,
    isPersonOf: ledger.isPersonOf,
    heldOf,
    async order(number) {
      const order = await ledger.order(number)
      return order !== undefined && (await isOwn(order)) ? order : undefined
    },
    orderPage: (page) => ledger.orderPage({ ...page, till }),
    async operation(name) {
      const operation = await ledger.operation('key' in name ? here(name) : name)
      return operation?.till === till ? operation : undefined
    },
    operationPage: (page) => ledger.operationPage({ ...page, till }),
    operationsOf: async (order) => (await ledger.operationsOf(order)).filter((operation) => operation.till === till),
  }
}

/** An id that no ledger gives. */
const NONE = '-'
