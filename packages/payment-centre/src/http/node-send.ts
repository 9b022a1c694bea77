import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { centreError } from '../errors/centre-error.ts'
import { collectBody } from './collect-body.ts'
import { HEADERS, type HttpAnswer, type HttpRequest, type HttpSend } from './http-send.ts'
import { openSocket } from './open-socket.ts'
import type { TlsSettings } from './tls-settings.ts'

/**
 * The default way: `node:http` over a connection that was opened for this request alone.
 *
 * It sends once on Node, Bun and Deno, where `fetch` of Deno sends a POST a second time when the connection ends
 * without an answer; and as the connection stands before the request is written, a failure to connect is known to be
 * `not-sent` on each of them.
 */
export function nodeSend(tls: TlsSettings): HttpSend {
  return async (request, { signal, limit, leaving }) => {
    const { request: start } = await import('node:http')
    const socket = await openSocket(request.url, tls, signal)
    const stop = (): void => void socket.destroy()
    signal.addEventListener('abort', stop, { once: true })
    try {
      signal.throwIfAborted()
      return await exchange(start, socket, request, { limit, leaving })
    } finally {
      signal.removeEventListener('abort', stop)
      socket.destroy()
    }
  }
}

async function exchange(
  start: typeof import('node:http').request,
  socket: Socket,
  { url, body }: HttpRequest,
  { limit, leaving }: { limit: number; leaving: () => void },
): Promise<HttpAnswer> {
  leaving()
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = start({
      method: 'POST',
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      headers: { ...HEADERS, host: url.host, 'content-length': body.length, connection: 'close' },
      createConnection: () => socket, // only without an agent: `agent: false` would make a connection of its own
    })
    outgoing.once('response', resolve)
    outgoing.on('error', reject) // for good: a second error without a listener would end the program
    outgoing.once('close', () => reject(new Error('the connection ended without an answer')))
    outgoing.end(body)
  })
  response.on('error', () => {})
  const { statusCode = 0, headers } = response
  const declared = Number(headers['content-length'] ?? 0)
  if (declared > limit)
    throw centreError('CENTRE_ANSWER_TOO_LARGE', `The limit is ${limit} bytes.`, `上限为 ${limit} 字节。`)
  const received = await collectBody(response, limit)
  if (!response.complete || (declared > 0 && received.length < declared)) throw new Error('the answer was cut short')
  return { status: statusCode, body: received }
}
