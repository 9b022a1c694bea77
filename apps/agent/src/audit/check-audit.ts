import { agentError } from '../errors/agent-error.ts'
import type { AuditLog } from './audit-log.ts'

/** Follows the chain of the audit list. @throws `AUDIT_DAMAGED` with the first entry that does not fit */
export async function checkAudit(audit: Pick<AuditLog, 'verify'>): Promise<void> {
  const [first] = await audit.verify()
  if (first === undefined) return
  const { what, seq } = first
  throw agentError('AUDIT_DAMAGED', { details: [{ en: `${what} at ${seq}.`, zh: `第 ${seq} 条：${what}。` }] })
}
