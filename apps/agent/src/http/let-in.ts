import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/** Connections over which a good token has come. */
const known = new WeakSet<object>()

/** Remembers that the connection of this request has shown a good token. */
export function letIn(c: Context): void {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage }
  if (incoming?.socket !== undefined) known.add(incoming.socket)
}

export const isLetIn = (connection: object): boolean => known.has(connection)
