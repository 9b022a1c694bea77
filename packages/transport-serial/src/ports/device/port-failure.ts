import { isTransportError, type TransportError } from '@nationec/transport'
import { type PortErrorCode, portError } from './port-error.ts'

/**
 * What systems and libraries call the same failures: error names, the C library's sentences (glibc, musl, macOS), and those of
 * `serialport`. On Windows a port in use is "Access denied".
 */
const SIGNS: readonly (readonly [sign: RegExp, code: PortErrorCode])[] = [
  [/\b(EBUSY|EAGAIN|EWOULDBLOCK)\b|busy|temporarily unavailable|cannot lock|access denied/i, 'PORT_BUSY'],
  [/\b(EACCES|EPERM)\b|permission denied|operation not permitted/i, 'PORT_FORBIDDEN'],
  [/\bENOTTY\b|inappropriate ioctl|not a tty|not a typewriter/i, 'PORT_NOT_SERIAL'],
  // EIO and ENXIO: a name without a device, as /dev/ttyS3 of a machine with one port.
  [/\b(ENOENT|ENODEV|ENXIO|EIO)\b|no such|not found|not configured|input\/output|i\/o error/i, 'PORT_MISSING'],
]

/** The one door from a failure to open or set a port to an error of ours. */
export function portFailure(failure: unknown, path: string): TransportError<string> {
  if (isTransportError(failure)) return failure
  return portError(codeOf(failure), path, failure)
}

function codeOf(failure: unknown): PortErrorCode {
  const { code, message } = (failure ?? {}) as { readonly code?: unknown; readonly message?: unknown }
  const text = `${typeof code === 'string' ? code : ''} ${typeof message === 'string' ? message : ''}`
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? 'PORT_FAILED'
}
