import type { Memory } from '@nationec/ledger'
import type { LateOutcome } from '@nationec/terminal'
import type { Logger } from '../logs/logger.ts'
import type { AgentLedger } from './agent-ledger.ts'

/** What a terminal tells of old requests by itself, until the ledger has it. */
export interface LateAnswers {
  /** Asked before the centre: what could not be stored when it came is stored now. */
  readonly memory: Memory
  take(late: LateOutcome): void
}

/** More than a terminal remembers. */
const KEPT = 1_000

/** @param ledger the ledger, as soon as it is open */
export function createLateAnswers(
  ledger: () => Pick<AgentLedger, 'remember'> | undefined,
  logger: Pick<Logger, 'error'>,
): LateAnswers {
  const waiting = new Set<LateOutcome>()

  async function store(late: LateOutcome): Promise<void> {
    const open = ledger()
    if (open === undefined) return
    try {
      await open.remember(late)
      waiting.delete(late)
    } catch (error) {
      logger.error({ error }, 'late answer not stored')
    }
  }

  return {
    memory: {
      name: 'terminal',
      async recall() {
        for (const late of [...waiting]) await store(late)
        return { type: 'nothing' }
      },
    },
    take(late) {
      waiting.add(late)
      const [oldest] = waiting
      if (waiting.size > KEPT && oldest !== undefined) waiting.delete(oldest)
      void store(late)
    },
  }
}
