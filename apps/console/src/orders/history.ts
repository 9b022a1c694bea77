import type { Order } from '@nationec/browser'
import { ask } from '../agent/session.ts'

/** What the list shows; the agent has the days and the states, the page looks through what it has read. */
export interface Filter {
  /** `YYYY-MM-DD`, or '' for every day. */
  readonly day: string
  readonly status: string
}

export interface OrderPage {
  readonly orders: readonly Order[]
  readonly next?: string
}

const PAGE = 50

export function readPage({ day, status }: Filter, after?: string, limit = PAGE): Promise<OrderPage> {
  const query = new URLSearchParams({ limit: String(limit) })
  if (day !== '') query.set('day', day)
  if (status !== '') query.set('status', status)
  if (after !== undefined) query.set('after', after)
  return ask('GET', `/v1/orders?${query}`)
}

/** More than one till has in a day; a page must not read for ever. */
const MOST = 5_000

export async function readDay(day: string): Promise<readonly Order[]> {
  const all: Order[] = []
  let after: string | undefined
  do {
    const page = await readPage({ day, status: '' }, after, 500)
    all.push(...page.orders)
    after = page.next
  } while (after !== undefined && all.length < MOST)
  return all
}

/** An order by one of its numbers, where the agent has it. */
export const findOrder = (number: string): Promise<Order | undefined> =>
  ask<Order>('GET', `/v1/orders/${encodeURIComponent(number)}`).catch(() => undefined)

export const matches = ({ payOrdId = '', medOrgOrd = '', total }: Order, text: string): boolean =>
  text === '' || [payOrdId, medOrgOrd, String(total ?? '')].some((value) => value.includes(text))
