import { requireOption } from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'

/** For an error text: what `connection` must be. */
const aNatsConnection = { en: 'a connection of `@nats-io/transport-node`', zh: '`@nats-io/transport-node` 的连接' }

/** Refuses what is no connection to a NATS server. */
export function requireConnection(connection: unknown): void {
  const isConnection =
    typeof connection === 'object' &&
    connection !== null &&
    'publish' in connection &&
    'subscribe' in connection &&
    'status' in connection
  requireOption(isConnection, 'connection', aNatsConnection, optionErrorOf('nats'))
}
