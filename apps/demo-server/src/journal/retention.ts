import type { OrderStatus } from '../model/order.ts'
import { createGroups } from './groups.ts'
import type { JournalRecord } from './journal-record.ts'

/**
 * Half a year and a fortnight. Half a year (at most 184 days) is what is asked of network logs; the fortnight is for
 * late reconciliation. An institution whose rules for accounts ask for more sets more: a day of a busy till is
 * about a megabyte.
 */
export const usualJournalDays = 200

/** What stays at any age, so that a wrong clock or a till that is seldom used empties no journal. */
const LEAST_OPERATIONS = 1_000

export interface RetentionBounds {
  /** Milliseconds since 1970: what was touched since then stays. */
  readonly before: number
  /** So many operations stay, the newest by their place in the journal. Default 1,000. */
  readonly least?: number | undefined
}

/** What a journal may leave out. */
export interface Forgettable {
  /** Whether there is anything. */
  readonly any: boolean
  readonly operations: ReadonlySet<string>
  mayForget(record: JournalRecord): boolean
}

/**
 * Decides what a journal may forget: operations and orders that hang together through their numbers go together, when
 * every one of them is at its end and none was touched since.
 *
 * Never: an operation that is under way or unknown, an order that is not at its end (unpaid, settling, failed,
 * unrecognised, unknown), or anything that shares a number with one of these.
 */
export function createRetention(): {
  see(record: JournalRecord): void
  decide(bounds: RetentionBounds): Forgettable
} {
  const groups = createGroups()
  const newest = new Map<string, number>()
  const isOpen = new Map<string, boolean>()
  const statuses = new Map<string, OrderStatus>()

  function touch(subjects: readonly string[], at: number): void {
    groups.join(subjects)
    for (const subject of subjects) newest.set(subject, Math.max(at, newest.get(subject) ?? 0))
  }

  return {
    see(record) {
      const subjects = subjectsOf(record)
      touch(subjects, record.at)
      if (record.type === 'order') noteOrder(record.order, statuses)
      // To the end of the map, so that its order is that of the journal.
      else if (record.type === 'begin') isOpen.set(record.id, true)
      else isOpen.set(record.id, record.type === 'end' && record.state === 'unknown')
    },
    decide({ before, least = LEAST_OPERATIONS }) {
      const kept = new Set<string>()
      const keep = (subject: string): void => void kept.add(groups.of(subject))
      for (const [subject, at] of newest) if (!(at < before)) keep(subject)
      for (const [id, open] of isOpen) if (open) keep(`operation ${id}`)
      for (const [subject, status] of statuses) if (!AT_ITS_END.has(status)) keep(subject)
      if (least > 0) for (const id of [...isOpen.keys()].slice(-least)) keep(`operation ${id}`)
      const goes = (subject: string): boolean => !kept.has(groups.of(subject))
      const operations = new Set([...isOpen.keys()].filter((id) => goes(`operation ${id}`)))
      return {
        any: [...newest.keys()].some(goes),
        operations,
        mayForget(record) {
          const [subject] = subjectsOf(record)
          return subject !== undefined && newest.has(subject) && goes(subject)
        },
      }
    },
  }
}

/** Nothing happens to these by itself any more. */
const AT_ITS_END: ReadonlySet<OrderStatus> = new Set([
  'settled',
  'partly-refunded',
  'refunded',
  'revoked',
  'not-uploaded',
])

function subjectsOf(record: JournalRecord): string[] {
  if (record.type === 'order') return numbersOf(record.order)
  const numbers = 'references' in record ? numbersOf(record.references) : []
  return [`operation ${record.id}`, ...numbers]
}

interface Numbers {
  readonly payOrdId?: string | undefined
  readonly medOrgOrd?: string | undefined
}

function numbersOf({ payOrdId, medOrgOrd }: Numbers): string[] {
  return [
    ...(payOrdId === undefined ? [] : [`order ${payOrdId}`]),
    ...(medOrgOrd === undefined ? [] : [`bill ${medOrgOrd}`]),
  ]
}

/** An order that was known by its bill only has got its own number: it is one order, not two. */
function noteOrder(
  { payOrdId, medOrgOrd, status }: Numbers & { readonly status: OrderStatus },
  statuses: Map<string, OrderStatus>,
): void {
  const [subject = ''] = numbersOf({ payOrdId, medOrgOrd })
  if (payOrdId !== undefined && !statuses.has(subject)) statuses.delete(`bill ${medOrgOrd}`)
  statuses.set(subject, status)
}
