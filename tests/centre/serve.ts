import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A web-standard handler behind a real socket. */
export interface Served extends AsyncDisposable {
  readonly url: string
  /** How many requests arrived whole: what a repeat would show in. */
  readonly requests: { count: number }
}

/**
 * Serves a handler on loopback. A handler that rejects has its connection cut without an answer; one whose caller has
 * gone away is told so by the request's signal.
 */
export async function serve(handle: (request: Request) => Promise<Response>): Promise<Served> {
  const requests = { count: 0 }
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const url = `http://127.0.0.1:${address.port}`

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const gone = new AbortController()
    outgoing.once('close', () => gone.abort())
    try {
      const parts: Uint8Array[] = []
      for await (const part of incoming as AsyncIterable<Uint8Array>) parts.push(part)
      requests.count += 1
      const { method = 'GET', headers } = incoming
      const init = { method, headers: { 'content-type': headers['content-type'] ?? '' }, signal: gone.signal }
      const body = Buffer.concat(parts)
      const response = await handle(
        new Request(`${url}${incoming.url}`, method === 'GET' ? init : { ...init, body: new Uint8Array(body) }),
      )
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    } catch {
      incoming.socket.destroy()
    }
  }

  return {
    url,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Sends a request with `node:http`, once, on every runtime. */
export async function send(request: Request): Promise<Response> {
  const { request: start } = await import('node:http')
  const body = Buffer.from(await request.arrayBuffer())
  const headers = { ...Object.fromEntries(request.headers), 'content-length': body.length, connection: 'close' }
  return new Promise((resolve, reject) => {
    const outgoing = start(request.url, { method: request.method, headers, agent: false }, (incoming) => {
      incoming.resume()
      incoming.once('end', () => resolve(new Response(null, { status: incoming.statusCode ?? 500 })))
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}
