import type { Change } from '@nationec/ledger'
import { operationBody } from '../answers/operation-body.ts'
import { orderBodyOf } from '../answers/order-body.ts'
import type { EventLog } from '../events/event-log.ts'
import type { AgentLedger } from '../ledger/agent-ledger.ts'

/**
 * Tells pages of operations and orders that have changed, each as it is when it is told.
 *
 * @param ledger the ledger, as soon as it is open
 */
export function followLedger(
  ledger: () => AgentLedger | undefined,
  events: Pick<EventLog, 'tell'>,
): (change: Change) => void {
  async function tell({ table, row }: Change): Promise<void> {
    const open = ledger()
    if (open === undefined) return
    if (table === 'operation') {
      const operation = await open.operation({ id: row.id })
      if (operation !== undefined) events.tell('operation', operationBody(operation))
    }
    const order = table === 'order' ? row.id : table === 'operation' ? row.order : undefined
    const body = order === undefined ? undefined : await orderBodyOf(open, { id: order })
    if (body !== undefined) events.tell('order', body)
  }

  return (change) => {
    // Told after the fact: a page that is not told reads the lists.
    tell(change).catch(() => {})
  }
}
