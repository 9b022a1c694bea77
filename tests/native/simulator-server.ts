import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net'

export interface Listening extends AsyncDisposable {
  readonly port: number
  readonly url: string
}

async function listen(server: Server, address = '127.0.0.1'): Promise<Listening> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
  })
  server.listen(0, address)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A simulator that answers over HTTP as the listener says. */
export const httpServer = (listener: RequestListener, address?: string): Promise<Listening> =>
  listen(createServer(listener), address)

/** A server that sends these pieces, whatever it is asked, and closes. */
export const rawServer = (...pieces: readonly (string | Buffer)[]): Promise<Listening> =>
  listen(
    createRawServer((socket) => {
      socket.once('data', async () => {
        for (const piece of pieces) {
          await new Promise((resolve) => socket.write(piece, resolve))
          await new Promise((resolve) => setTimeout(resolve, 2))
        }
        socket.end()
      })
    }),
  )

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}
