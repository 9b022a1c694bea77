import type { OrderFacts } from './order.ts'

/** More orders than a till has in years; older ones leave the memory, the journal keeps them. */
const KEPT = 20_000

/** An order in the book. */
export interface OrderEntry {
  facts: OrderFacts
  queriedAt: number | undefined
}

/** The orders of this agent, found by either number. */
export interface OrderBook {
  /** Adds or changes an order; tells whether anything changed. */
  learn(facts: OrderFacts): boolean
  /** By payOrdId, or the newest with this medOrgOrd. */
  find(number: string): OrderEntry | undefined
  /** Newest first. */
  newest(): readonly OrderEntry[]
}

export function createOrderBook(): OrderBook {
  let entries: OrderEntry[] = []
  const byPayOrdId = new Map<string, OrderEntry>()
  const byMedOrgOrd = new Map<string, OrderEntry>()

  function entryFor({ payOrdId, medOrgOrd }: OrderFacts): OrderEntry | undefined {
    const known = payOrdId === undefined ? undefined : byPayOrdId.get(payOrdId)
    if (known !== undefined || medOrgOrd === undefined) return known
    const sameBill = byMedOrgOrd.get(medOrgOrd)
    // The same bill under another payOrdId is another order: it was uploaded again after a revoke.
    return payOrdId === undefined || sameBill?.facts.payOrdId === undefined ? sameBill : undefined
  }

  function register(entry: OrderEntry): void {
    const { payOrdId, medOrgOrd } = entry.facts
    if (payOrdId !== undefined) byPayOrdId.set(payOrdId, entry)
    if (medOrgOrd !== undefined) byMedOrgOrd.set(medOrgOrd, entry)
  }

  function forgetOldest(): void {
    const leaving = entries.slice(0, KEPT / 10)
    entries = entries.slice(leaving.length)
    for (const entry of leaving) {
      const { payOrdId, medOrgOrd } = entry.facts
      if (payOrdId !== undefined) byPayOrdId.delete(payOrdId)
      if (medOrgOrd !== undefined && byMedOrgOrd.get(medOrgOrd) === entry) byMedOrgOrd.delete(medOrgOrd)
    }
  }

  return {
    learn(facts) {
      const known = entryFor(facts)
      if (known === undefined) {
        const entry: OrderEntry = { facts, queriedAt: undefined }
        entries.push(entry)
        register(entry)
        if (entries.length > KEPT) forgetOldest()
        return true
      }
      const merged = mergeFacts(known.facts, facts)
      if (sameFacts(known.facts, merged)) return false
      known.facts = merged
      register(known)
      return true
    },
    find: (number) => byPayOrdId.get(number) ?? byMedOrgOrd.get(number),
    newest: () => entries.toReversed(),
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
