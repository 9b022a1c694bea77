import { isNationEcError, type NationEcError, readErrorRecord } from '@nationec/errors'
import { TransportError, transportError, transportErrors } from '@nationec/transport'

/** What is told of an error that ended an exchange at the till; of a foreign one only that it failed. */
export function recordOf(error: unknown): Readonly<Record<string, unknown>> {
  const ours: NationEcError = isNationEcError(error) ? error : transportError('nats', 'SEND_FAILED')
  const { code, delivery, layer, summary, details, advice } = ours
  return { code, delivery, layer, summary, details, advice }
}

/** The error that a till has told of in JSON, as it would be thrown here; what cannot be read is `SEND_FAILED`, `unknown`. */
export function errorOf(text: string | undefined): TransportError<string> {
  const read = readErrorRecord(parsed(text), transportErrors.SEND_FAILED)
  if (read === undefined) {
    return transportError('nats', 'SEND_FAILED', { cause: new Error('the failure cannot be read') })
  }
  return new TransportError({ transport: 'nats', ...read, cause: new Error('the till failed') })
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
