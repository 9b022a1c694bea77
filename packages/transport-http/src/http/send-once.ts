import { type IncomingHttpHeaders, request } from 'node:http'
import { transportError } from '@nationec/transport'

/** An answer, read to its end. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/**
 * One HTTP request, sent once.
 *
 * `node:http` and not `fetch`: the latter repeats a request on Deno when the connection ends without an answer.
 *
 * @param name the transport, for its errors
 * @throws `SEND_FAILED`, `not-sent` only where nothing can have been heard
 */
export function sendOnce(name: string, url: URL, { method, headers, body = '', signal }: HttpRequest) {
  const bytes = Buffer.from(body, 'utf8')
  const all = method === 'GET' ? headers : { ...headers, 'Content-Length': bytes.length }
  return new Promise<HttpAnswer>((resolve, reject) => {
    let connected = false
    const sent = request(url, { method, headers: all, signal, agent: false }, (response) => {
      const parts: Uint8Array[] = []
      response.on('data', (part: Uint8Array) => parts.push(part))
      response.once('error', (cause) => reject(transportError(name, 'SEND_FAILED', { cause })))
      response.once('end', () => {
        const { statusCode: status = 0, headers: answered } = response
        resolve({ status, headers: answered, text: Buffer.concat(parts).toString('utf8') })
      })
    })
    sent.once('socket', (socket) => {
      if (!socket.connecting) connected = true
      else
        socket.once('connect', () => {
          connected = true
        })
    })
    // Nobody there: nothing was written. Any other end may come after the other side has acted.
    sent.once('error', (cause: NodeJS.ErrnoException) => {
      const unheard = !connected || cause.code === 'ECONNREFUSED' || cause.code === 'ENOTFOUND'
      reject(transportError(name, 'SEND_FAILED', { cause, delivery: unheard ? 'not-sent' : 'unknown' }))
    })
    sent.end(bytes)
  })
}
