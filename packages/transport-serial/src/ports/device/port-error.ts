import type { TransportError } from '@nationec/transport'
import type { portErrors } from '../../catalogue/port-errors.ts'
import { serialError } from '../../catalogue/serial-error.ts'

/** The codes of {@link portErrors}. */
export type PortErrorCode = keyof typeof portErrors

/** Makes an error of a port while it is opened or set: nothing was sent, and the path is named. */
export function portError(code: PortErrorCode, path: string, cause?: unknown): TransportError<PortErrorCode> {
  return serialError(code, { delivery: 'not-sent', details: [{ en: `It is ${path}.`, zh: `端口为 ${path}。` }], cause })
}

/** The error of a port that went away under its owner, who alone knows what was under way. */
export function portGone(path: string, cause?: unknown): TransportError<PortErrorCode> {
  return serialError('PORT_UNPLUGGED', { details: [{ en: `It is ${path}.`, zh: `端口为 ${path}。` }], cause })
}
