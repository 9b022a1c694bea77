import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface ConnectionLimitOptions {
  /** Connections at once. */
  readonly most: number
  /** Whether a good token has come over this connection. */
  readonly isLetIn: (connection: object) => boolean
}

/**
 * Makes place for a new connection where there are too many: the oldest that has shown no token goes.
 *
 * Were new ones refused instead, any program of the machine could keep the cashier out for ever by holding idle
 * connections. Those that have shown a token stay; among them the new one is refused.
 */
export function limitConnections(server: Server, { most, isLetIn }: ConnectionLimitOptions): void {
  /** In the order in which they came. */
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    if (open.size > most) (oldestStranger() ?? socket).destroy()
  })

  function oldestStranger(): Socket | undefined {
    for (const socket of open) if (!isLetIn(socket)) return socket
    return undefined
  }
}
