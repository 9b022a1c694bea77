import { askAgain, type Message } from '@nationec/protocol'
import { isTransportError, TransportError } from '@nationec/transport'

/** A call that moves no money may be made again after `unknown`: the usual advice to query an order would mislead. */
export function advise(error: unknown, { moves }: Pick<Message, 'moves'>): unknown {
  if (moves === 'money' || !isTransportError(error) || error.delivery !== 'unknown') return error
  const { transport, code, delivery, layer, summary, details, cause } = error
  return new TransportError({
    ...{ transport, code, delivery, details, cause },
    entry: { layer, delivery, summary, advice: askAgain },
  })
}
