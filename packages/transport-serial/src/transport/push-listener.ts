import type { RequestId } from '../message/message.ts'
import type { SerialNotice, SerialTransportOptions } from './serial-options.ts'

export interface PushListenerParts {
  readonly onPush: SerialTransportOptions['onPush']
  readonly notify: (notice: SerialNotice) => void
  /** The listener has taken the push. */
  readonly taken: (id: RequestId) => void
}

/**
 * Gives a way to hand pushes on, each to one call of the listener at a time. A push that the listener refuses by throwing
 * is not taken: the terminal repeats it.
 */
export function createPushListener({ onPush, notify, taken }: PushListenerParts) {
  const underWay = new Set<RequestId>()
  return async (pushId: RequestId, text: string): Promise<void> => {
    if (onPush === undefined || underWay.has(pushId)) return
    underWay.add(pushId)
    try {
      await onPush({ pushId, text })
      taken(pushId)
    } catch (cause) {
      notify({ type: 'listener-failed', listener: 'onPush', cause })
    } finally {
      underWay.delete(pushId)
    }
  }
}
