import type { TransportError } from '@nationec/transport'
import { serialError } from '../catalogue/serial-error.ts'
import type { SerialErrorCode } from '../catalogue/serial-errors.ts'
import type { RequestOutcome } from './client-core.ts'

/** What the caller is told if there is no answer. */
export function outcomeError(outcome: Exclude<RequestOutcome, { type: 'answered' }>): TransportError<SerialErrorCode> {
  switch (outcome.type) {
    case 'void':
      return serialError('REQUEST_NEVER_ARRIVED')
    case 'not-executed':
      return serialError('REQUEST_NOT_EXECUTED')
    case 'refused':
      return serialError('REQUEST_REFUSED', {
        details: [{ en: `The reason is ${outcome.why}.`, zh: `原因代码：${outcome.why}。` }],
      })
    case 'unknown':
      return serialError('OUTCOME_UNKNOWN')
    case 'forged':
      return serialError('ANSWER_SIGNATURE_WRONG')
  }
}
