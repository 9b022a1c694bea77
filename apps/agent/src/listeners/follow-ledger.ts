import type { Change } from '@nationec/ledger'
import { operationBody } from '../answers/operation-body.ts'
import { orderBodyOf } from '../answers/order-body.ts'
import type { EventLog } from '../events/event-log.ts'
import type { AgentLedger } from '../ledger/agent-ledger.ts'
import { ledgerOfTill } from '../ledger/till-ledger.ts'

/**
 * Tells the pages of a till of its operations and orders that have changed, each as it is when it is told.
 *
 * @param ledger the ledger, as soon as it is open
 * @param eventsOf the log of a till
 */
export function followLedger(
  ledger: () => AgentLedger | undefined,
  eventsOf: (till: string | undefined) => Pick<EventLog, 'tell' | 'skip' | 'wanted'> | undefined,
): (change: Change) => void {
  async function tell({ table, row }: Change): Promise<void> {
    const open = ledger()
    if (open === undefined || (table !== 'operation' && table !== 'order')) return
    const events = eventsOf(row.till)
    if (events === undefined) return
    // Reading operations and orders for no page was a quarter of what an upload cost.
    if (!events.wanted) return events.skip()
    const own = ledgerOfTill(open, row.till)
    if (table === 'operation') {
      const operation = await own.operation({ id: row.id })
      if (operation !== undefined) events.tell('operation', operationBody(operation))
    }
    const order = table === 'order' ? row.id : row.order
    const body = order === undefined ? undefined : await orderBodyOf(own, { id: order })
    if (body !== undefined) events.tell('order', body)
  }

  return (change) => {
    // Told after the fact: a page that is not told reads the lists.
    tell(change).catch(() => {})
  }
}
