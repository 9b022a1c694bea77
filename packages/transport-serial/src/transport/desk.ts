import type { BilingualText } from '@nationec/errors'
import type { TransportError } from '@nationec/transport'
import { serialError } from '../catalogue/serial-error.ts'
import type { SerialErrorCode } from '../catalogue/serial-errors.ts'
import type { RequestId } from '../message/message.ts'
import type { RequestOutcome } from './client-core.ts'
import type { NewRequest } from './client-memory.ts'
import type { SerialNotice, SerialTransportOptions } from './serial-options.ts'

/** Who waits for which outcome. It outlives connections: what one of them left open another may settle. */
export interface Desk {
  /** Waits for the outcome of a request, until `leave`. */
  wait(id: RequestId): Promise<string>
  /** The caller has gone; the outcome goes to `onOutcome`. Ends the wait with this error. */
  leave(id: RequestId, reason: unknown): void
  /** The caller was told already, yet the wait goes on until the terminal has said how it ended. */
  abandon(id: RequestId): void
  settle(id: RequestId, outcome: RequestOutcome, request: NewRequest | undefined): void
  notify(notice: SerialNotice): void
}

interface Waiting {
  readonly resolve: (text: string) => void
  readonly reject: (error: unknown) => void
  isAbandoned: boolean
}

export function createDesk({ onOutcome, onNotice }: Pick<SerialTransportOptions, 'onOutcome' | 'onNotice'>): Desk {
  const waiting = new Map<RequestId, Waiting>()

  return {
    wait: (id) =>
      new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, isAbandoned: false })
      }),
    leave(id, reason) {
      waiting.get(id)?.reject(reason)
      waiting.delete(id)
    },
    abandon(id) {
      const caller = waiting.get(id)
      if (caller !== undefined) caller.isAbandoned = true
    },
    settle(id, outcome, request) {
      const caller = waiting.get(id)
      waiting.delete(id)
      if (caller?.isAbandoned !== false) tellLate(id, outcome, request)
      if (outcome.type === 'answered') caller?.resolve(outcome.text)
      else caller?.reject(outcomeError(outcome))
    },
    notify,
  }

  function tellLate(requestId: RequestId, outcome: RequestOutcome, request: NewRequest | undefined): void {
    if (outcome.type === 'unknown' || outcome.type === 'forged' || outcome.type === 'unreadable') return
    try {
      onOutcome?.({ requestId, outcome, request })
    } catch (cause) {
      notify({ type: 'listener-failed', listener: 'onOutcome', cause })
    }
  }

  function notify(notice: SerialNotice): void {
    try {
      onNotice?.(notice)
    } catch {}
  }
}

/** What the caller is told if there is no answer. */
function outcomeError(outcome: Exclude<RequestOutcome, { type: 'answered' }>): TransportError<SerialErrorCode> {
  switch (outcome.type) {
    case 'void':
      return serialError('REQUEST_NEVER_ARRIVED')
    case 'not-executed':
      return serialError('REQUEST_NOT_EXECUTED')
    case 'refused':
      return serialError('REQUEST_REFUSED', { details: [reasonOf(outcome), ...clocksOf(outcome)] })
    case 'unknown':
      return serialError('OUTCOME_UNKNOWN')
    case 'forged':
      return serialError('ANSWER_SIGNATURE_WRONG')
    case 'unreadable':
      return serialError('ANSWER_UNREADABLE')
  }
}

type Refused = Extract<RequestOutcome, { type: 'refused' }>

function reasonOf({ why }: Refused): BilingualText {
  return { en: `The reason is ${why}.`, zh: `原因代码：${why}。` }
}

function clocksOf({ terminalAhead }: Refused): BilingualText[] {
  if (terminalAhead === undefined) return []
  const seconds = Math.abs(terminalAhead)
  const isAhead = terminalAhead >= 0
  return [
    {
      en: `The terminal's clock is ${seconds} s ${isAhead ? 'ahead of' : 'behind'} this one.`,
      zh: `终端时钟比本机${isAhead ? '快' : '慢'} ${seconds} 秒。`,
    },
  ]
}
