import type { TransportError } from '@nationec/transport'
import { serialError } from '../catalogue/serial-error.ts'
import type { SerialErrorCode } from '../catalogue/serial-errors.ts'
import type { SessionEnd, SessionEvent } from '../stack/session.ts'

/** Why a session cannot come about, or `undefined` if it may still. Nothing was sent yet, so all of these say so. */
export function openFailure(event: SessionEvent): TransportError<SerialErrorCode> | undefined {
  switch (event.type) {
    case 'echo':
      return serialError('LINE_ECHOES')
    case 'incompatible':
      return serialError('LINK_INCOMPATIBLE')
    case 'lost':
      return lossOf(event.reason)
    default:
      return undefined
  }
}

function lossOf(reason: SessionEnd): TransportError<SerialErrorCode> | undefined {
  const details = [{ en: `The reason is ${reason}.`, zh: `原因代码：${reason}。` }]
  switch (reason) {
    case 'PEER_KEY_UNKNOWN':
    case 'EPHEMERAL_KEY_INVALID':
    case 'HANDSHAKE_MALFORMED':
    case 'HANDSHAKE_UNEXPECTED':
    case 'HANDSHAKE_UNREADABLE':
    case 'HANDSHAKE_SIGNATURE_WRONG':
    case 'HANDSHAKE_FINISHED_WRONG':
    case 'RECORD_MALFORMED':
    case 'RECORD_UNREADABLE':
      return serialError('TERMINAL_NOT_PROVED', { details })
    case 'REFUSED_BY_PEER':
      return serialError('TERMINAL_REFUSED', { details })
    case 'VERSION_UNSUPPORTED':
    case 'PROFILE_UNSUPPORTED':
      return serialError('LINK_INCOMPATIBLE', { details })
    default:
      return undefined
  }
}
