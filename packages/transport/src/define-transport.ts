import { createConnection } from './connection.ts'
import type { TransportSpec } from './contract.ts'
import { readSpec } from './definition.ts'
import type { Transport } from './transport.ts'

/**
 * Turns a session that sends one text into a transport that keeps all the rules.
 *
 * The author writes `open`, `send` and `close`. Order, deadline, abort, size limits, late answers, error wrapping,
 * an idempotent `close`, `closed` and `await using` are added here and are the same for every medium.
 * Nothing opens: the result is a value that several clients may share.
 *
 * @throws `TransportError` `OPTION_INVALID` if the spec is not one
 * @example
 * ```ts
 * import { defineTransport } from '@nationec/transport'
 *
 * const echo = defineTransport({
 *   specVersion: 1,
 *   name: 'echo',
 *   supports: { cancel: false, disconnectEvents: false },
 *   open: async () => ({ send: async ({ text }) => text, close: () => {} }),
 * })
 *
 * await using connection = echo.connect()
 * console.log(await connection.exchange({ text: '{"transType":"ec.query"}' }))
 * ```
 */
export function defineTransport(spec: TransportSpec): Transport {
  const definition = readSpec(spec)
  const { name, supports, limits, deadline, errors } = definition
  return Object.freeze({
    specVersion: 1,
    name,
    supports,
    limits,
    deadline,
    errors,
    connect: (options) => createConnection(definition, options),
  } satisfies Transport)
}
