import { setTimeout as pause } from 'node:timers/promises'
import { messageOf } from '@nationec/protocol'
import type { Logger } from '../logs/logger.ts'
import { orderInput } from '../orders/order-input.ts'
import type { SaleContext } from './sale-context.ts'
import type { SaleRow } from './sale-row.ts'
import { moneyOf, unknownOf } from './sale-state.ts'

/** Milliseconds that a question waits for a terminal that a cashier is using. */
const PATIENCE = 20_000

/** Asks where a sale stands: what became of an unknown step first, then the centre about the order. */
export async function askAboutSale(context: SaleContext, id: string): Promise<void> {
  await context.sales.during(id, 'asking', () => ask(context, context.sales.get(id)))
}

async function ask(context: SaleContext, row: SaleRow): Promise<void> {
  const { ledger, work } = context
  const unknown = unknownOf(await moneyOf(ledger, row))
  if (unknown !== undefined) await work.track(() => ledger.settle(unknown.id, { within: PATIENCE, once: true }))
  await askCentre(context, row)
}

/** Asks the centre about the order of a sale, and stores what the answer proves. */
export async function askCentre(context: SaleContext, row: SaleRow): Promise<void> {
  const { ledger, work } = context
  const { order } = await moneyOf(ledger, row)
  if (order?.payOrdId === undefined) return
  // The person of this sale or none: the number is enough for the centre.
  const { ecToken: _, ...person } = row.person ?? {}
  const payToken = await ledger.tokenOf(order.payOrdId)
  const numbers = payToken === undefined ? { medOrgOrd: row.medOrgOrd } : { payOrdId: order.payOrdId, payToken }
  const body = orderInput(context, messageOf('querySettlement', context.profile)).read({ ...numbers, ...person })
  await work.track((signal) => ledger.querySettlement(body, { signal: signal() }))
}

/** Between the questions after a push, in milliseconds: the centre may still be writing it down. */
const PAUSES = [0, 1_000, 3_000, 10_000]

/** A push is a hint: the agent asks by itself, until the order is settled or has ended otherwise. */
export async function askAfterPush(
  context: SaleContext & { readonly logger: Pick<Logger, 'error'> },
  { payOrdId, medOrgOrd }: { readonly payOrdId: string; readonly medOrgOrd?: string | undefined },
): Promise<void> {
  const { ledger, sales, logger } = context
  const order = await ledger.order({ payOrdId, medOrgOrd })
  const row = order?.medOrgOrd === undefined ? undefined : sales.of(order.medOrgOrd)
  if (row === undefined) return
  for (const milliseconds of PAUSES) {
    await pause(milliseconds, undefined, { ref: false })
    try {
      const { order: now } = await moneyOf(ledger, row)
      if (now === undefined || !OPEN.has(now.status)) return
      await askAboutSale(context, row.id)
    } catch (error) {
      logger.error({ error, sale: row.id }, 'question after a push')
    }
  }
}

const OPEN: ReadonlySet<string> = new Set(['unknown', 'pending', 'completing'])
