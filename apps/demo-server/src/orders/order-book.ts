import type { OrderFacts } from '../model/order.ts'

/** More orders than a till has in years; older ones leave the memory, the journal keeps them. */
const KEPT = 20_000

/** An order in the book. */
export interface OrderEntry {
  facts: OrderFacts
  queriedAt: number | undefined
}

/** The orders of this agent, found by either number. */
export interface OrderBook {
  /**
   * Adds or changes an order; tells whether anything changed. `isNew`: this bill was uploaded again, so an order that has
   * a number of its own already is not the one that is meant.
   */
  learn(facts: OrderFacts, options?: { readonly isNew?: boolean }): boolean
  /** By payOrdId, or the newest with this medOrgOrd. */
  find(number: string): OrderEntry | undefined
  /** Newest first. */
  newest(): readonly OrderEntry[]
  /** Leaves out those that the journal has forgotten. */
  forget(isForgotten: (facts: OrderFacts) => boolean): void
}

export function createOrderBook(): OrderBook {
  let entries: OrderEntry[] = []
  const byPayOrdId = new Map<string, OrderEntry>()
  const byMedOrgOrd = new Map<string, OrderEntry>()

  function entryFor({ payOrdId, medOrgOrd }: OrderFacts, isNew: boolean): OrderEntry | undefined {
    const known = payOrdId === undefined ? undefined : byPayOrdId.get(payOrdId)
    if (known !== undefined || medOrgOrd === undefined) return known
    const sameBill = byMedOrgOrd.get(medOrgOrd)
    // The same bill under another payOrdId is another order: it was uploaded again after a revoke.
    if (sameBill?.facts.payOrdId === undefined) return sameBill
    return payOrdId === undefined && !isNew ? sameBill : undefined
  }

  /** A bill leads to the order that was made of it last: news of an older one change nothing in that. */
  function register(entry: OrderEntry, isNewest: boolean): void {
    const { payOrdId, medOrgOrd } = entry.facts
    if (payOrdId !== undefined) byPayOrdId.set(payOrdId, entry)
    if (medOrgOrd !== undefined && (isNewest || !byMedOrgOrd.has(medOrgOrd))) byMedOrgOrd.set(medOrgOrd, entry)
  }

  function leave(leaving: ReadonlySet<OrderEntry>): void {
    entries = entries.filter((entry) => !leaving.has(entry))
    for (const entry of leaving) {
      const { payOrdId, medOrgOrd } = entry.facts
      if (payOrdId !== undefined && byPayOrdId.get(payOrdId) === entry) byPayOrdId.delete(payOrdId)
      if (medOrgOrd !== undefined && byMedOrgOrd.get(medOrgOrd) === entry) byMedOrgOrd.delete(medOrgOrd)
    }
  }

  /** One whose outcome is unknown stays in sight, however old it is. */
  function forgetOldest(): void {
    const known = entries.filter(({ facts }) => facts.status !== 'unknown')
    leave(new Set(known.slice(0, KEPT / 10)))
  }

  return {
    learn(facts, { isNew = false } = {}) {
      const known = entryFor(facts, isNew)
      if (known === undefined) {
        const entry: OrderEntry = { facts, queriedAt: undefined }
        entries.push(entry)
        register(entry, true)
        if (entries.length % (KEPT / 10) === 0 && entries.length > KEPT) forgetOldest()
        return true
      }
      const merged = mergeFacts(known.facts, facts)
      if (sameFacts(known.facts, merged)) return false
      known.facts = merged
      register(known, false)
      return true
    },
    find: (number) => byPayOrdId.get(number) ?? byMedOrgOrd.get(number),
    newest: () => entries.toReversed(),
    forget: (isForgotten) => leave(new Set(entries.filter(({ facts }) => isForgotten(facts)))),
  }
}

function mergeFacts(known: OrderFacts, news: OrderFacts): OrderFacts {
  return {
    payOrdId: news.payOrdId ?? known.payOrdId,
    medOrgOrd: news.medOrgOrd ?? known.medOrgOrd,
    total: news.total ?? known.total,
    status: news.status,
    ordStas: news.ordStas,
    amounts: news.amounts ?? known.amounts,
    createdAt: known.createdAt,
    updatedAt: news.updatedAt,
  }
}

function sameFacts(left: OrderFacts, right: OrderFacts): boolean {
  return (
    left.status === right.status &&
    left.ordStas === right.ordStas &&
    left.payOrdId === right.payOrdId &&
    left.medOrgOrd === right.medOrgOrd &&
    left.total === right.total &&
    JSON.stringify(left.amounts) === JSON.stringify(right.amounts)
  )
}
