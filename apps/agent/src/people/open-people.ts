import { join } from 'node:path'
import { hexToBytes } from '@nationec/crypto'
import { openAuditLog } from '../audit/audit-log.ts'
import type { AgentLedger } from '../ledger/agent-ledger.ts'
import { createApprovals } from './approvals.ts'
import { openOperatorBook } from './operator-book.ts'
import { createSignOn } from './sign-on.ts'
import type { People } from './till-people.ts'

export interface PeopleOptions extends Pick<People, 'refundLimit'> {
  readonly dataFolder: string | undefined
  readonly clock: () => number
  /** Its key is that of the audit chain too. */
  readonly ledger: Pick<AgentLedger, 'store'>
}

/** @throws `OPERATORS_UNREADABLE`, `AUDIT_UNWRITABLE` */
export async function openPeople({ dataFolder, clock, ledger, refundLimit }: PeopleOptions): Promise<People> {
  const at = (name: string) => (dataFolder === undefined ? undefined : join(dataFolder, name))
  const key = hexToBytes(ledger.store.digest('audit chain'))
  const audit = await openAuditLog({ path: at('audit.log'), key, clock })
  const book = await openOperatorBook(at('operators.json'))
  return { book, audit, refundLimit, approvals: createApprovals(clock), signOn: createSignOn({ book, audit, clock }) }
}
