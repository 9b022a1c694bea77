import { type Attempt, currentAttempt } from '@nationec/ledger'
import type { Addresses } from '@nationec/ledger/postgres'
import { intercept, type Transport } from '@nationec/transport'
import { type NatsTransportOptions, natsTransport } from '@nationec/transport-nats'

/**
 * The way to a till, which stores where each request of an operation goes before it leaves.
 *
 * The attempt is read where the request is handed over, and found again by its text when it is the request's turn: the
 * exchanges of a connection run one after the other, in a context that is not their caller's.
 */
export function addressedTransport(
  addresses: Pick<Addresses, 'put'>,
  options: Omit<NatsTransportOptions, 'onAddressed'>,
): Transport {
  const waiting = new Map<string, Attempt[]>()
  const transport = natsTransport({
    ...options,
    async onAddressed({ id, till, ledger }, { text }) {
      const attempt = waiting.get(text)?.[0]
      if (attempt !== undefined) await addresses.put(attempt, { exchange: id, till, ledger })
    },
  })
  return intercept(transport, async (request, next) => {
    const attempt = currentAttempt()
    if (attempt === undefined) return next(request)
    const { text } = request
    waiting.set(text, [...(waiting.get(text) ?? []), attempt])
    try {
      return await next(request)
    } finally {
      const others = waiting.get(text)?.filter((other) => other !== attempt) ?? []
      if (others.length > 0) waiting.set(text, others)
      else waiting.delete(text)
    }
  })
}
