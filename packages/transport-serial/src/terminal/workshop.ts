import { isNationEcError } from '@nationec/errors'
import type { RequestId } from '../message/message.ts'
import type { Outcome, Work } from './terminal-core.ts'
import type { SerialTerminalOptions } from './terminal-options.ts'

/** Where requests are carried out: each ends with exactly one outcome, for every handler. */
export interface Workshop {
  run(work: Work): void
  recover(work: Work): void
  stop(id: RequestId): void
}

export interface WorkshopListener {
  finished(id: RequestId, outcome: Outcome): void
  progress(id: RequestId): void
}

export function createWorkshop(
  { handle, recover, onNotice }: Pick<SerialTerminalOptions, 'handle' | 'recover' | 'onNotice'>,
  { finished, progress }: WorkshopListener,
): Workshop {
  const controllers = new Map<RequestId, AbortController>()

  return {
    run(work) {
      const controller = new AbortController()
      controllers.set(work.id, controller)
      void carryOut(work, controller.signal)
    },
    recover: (work) => void ask(work),
    stop: (id) => controllers.get(id)?.abort(),
  }

  async function carryOut({ id, url, text }: Work, signal: AbortSignal): Promise<void> {
    // A turn of its own: the caller is done first.
    await Promise.resolve()
    let outcome: Outcome
    try {
      const answer: unknown = await handle(text, { url, requestId: id, signal, progress: () => progress(id) })
      outcome =
        typeof answer === 'string' && answer.isWellFormed() ? { type: 'done', text: answer } : { type: 'unknown' }
    } catch (cause) {
      outcome = isNationEcError(cause) && cause.delivery === 'not-sent' ? { type: 'not-executed' } : { type: 'unknown' }
      notify(id, cause)
    }
    controllers.delete(id)
    finished(id, outcome)
  }

  async function ask(work: Work): Promise<void> {
    await Promise.resolve()
    let outcome: Outcome = { type: 'unknown' }
    try {
      outcome = readOutcome(await recover?.(work))
    } catch (cause) {
      notify(work.id, cause)
    }
    finished(work.id, outcome)
  }

  function notify(requestId: RequestId, cause: unknown): void {
    try {
      onNotice?.({ type: 'handler-failed', requestId, cause })
    } catch {}
  }
}

/** Anything that is not plainly one of the three says nothing. */
function readOutcome(given: Outcome | undefined): Outcome {
  if (given?.type === 'not-executed') return given
  if (given?.type === 'done' && typeof given.text === 'string' && given.text.isWellFormed()) return given
  return { type: 'unknown' }
}
