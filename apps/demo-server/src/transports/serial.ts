import type { Transport } from '@nationec/transport'
import { agentError } from '../errors/agent-error.ts'
import type { ChosenTransport, TransportChoice } from './choice.ts'

/** The secure serial link; its settings are passed on as they are. */
export async function makeSerial({ more }: Extract<TransportChoice, { kind: 'serial' }>): Promise<ChosenTransport> {
  const loaded: Readonly<Record<string, unknown>> = await import('@nationec/transport-serial')
  const { serialTransport } = loaded
  if (typeof serialTransport !== 'function') throw agentError('TRANSPORT_UNAVAILABLE')
  return { transport: (serialTransport as (options: unknown) => Transport)(more) }
}
