import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Lock, LockError, takeLock } from '@nationec/transport/lock'
import { agentError } from '../errors/agent-error.ts'

/**
 * Takes a data folder for this agent alone.
 *
 * @throws `JOURNAL_LOCKED` while another agent that is alive holds it, `JOURNAL_UNWRITABLE`
 */
export async function lockFolder(folder: string): Promise<Lock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return takeLock(join(folder, 'agent.lock'))
  } catch (error) {
    if (!(error instanceof LockError)) throw agentError('JOURNAL_UNWRITABLE', { cause: error })
    const code = error.reason === 'failed' ? 'JOURNAL_UNWRITABLE' : 'JOURNAL_LOCKED'
    throw agentError(code, { details: [error.detail], cause: error.cause })
  }
}
