import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { collectBody } from './collect-body.ts'
import { HttpOnceError } from './http-once-error.ts'
import { openSocket } from './open-socket.ts'
import type { TlsSettings } from './tls-settings.ts'

/** One HTTP request as it leaves. */
export interface HttpOnceRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  /** Besides `host`, `connection` and `content-length`, which the sender writes. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array | undefined
}

/** What came back, read to its end. */
export interface HttpOnceAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Uint8Array
}

/** What the sender is given besides the request. */
export interface HttpOnceContext {
  /** Aborted when the caller has stopped waiting: the connection is destroyed. */
  readonly signal: AbortSignal
  /** The most bytes an answer may have. */
  readonly limit: number
  /** Called in the turn in which the request may begin to leave; a failure before that is `not-sent`. What it throws stops the request. */
  readonly leaving: () => void
  readonly tls?: TlsSettings | undefined
}

/**
 * Sends one HTTP request, once: no redirect is followed, nothing is repeated, no connection is used twice.
 *
 * `node:http` over a connection that was opened for this request alone. `fetch` of Deno sends a POST a second time when
 * the connection ends without an answer; and as the connection stands before the request is written, a failure to
 * connect is known to be `not-sent` on Node, Bun and Deno.
 *
 * @throws {@link HttpOnceError} for what it knows, anything else for what it does not
 *
 * @example
 * ```ts
 * import { sendHttpOnce } from '@nationec/transport/http-once'
 *
 * let left = false
 * const url = new URL('http://127.0.0.1:33910/livez')
 * try {
 *   const leaving = (): void => void (left = true)
 *   const signal = AbortSignal.timeout(1_000)
 *   const { status } = await sendHttpOnce({ method: 'GET', url, headers: {} }, { signal, limit: 1_000_000, leaving })
 *   console.log(status)
 * } catch {
 *   console.log(left ? 'unknown' : 'not-sent')
 * }
 * ```
 */
export async function sendHttpOnce(request: HttpOnceRequest, context: HttpOnceContext): Promise<HttpOnceAnswer> {
  const { signal, tls = {} } = context
  const { request: start } = await import('node:http')
  const socket = await openSocket(request.url, tls, signal)
  const stop = (): void => void socket.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    return await exchange(start, socket, request, context)
  } finally {
    signal.removeEventListener('abort', stop)
    socket.destroy()
  }
}

async function exchange(
  start: typeof import('node:http').request,
  socket: Socket,
  { method, url, headers: given, body }: HttpOnceRequest,
  { limit, leaving }: Pick<HttpOnceContext, 'limit' | 'leaving'>,
): Promise<HttpOnceAnswer> {
  leaving()
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = start({
      method,
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      headers: {
        ...given,
        host: url.host,
        connection: 'close',
        ...(body === undefined ? {} : { 'content-length': body.length }),
      },
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
  if (declared > limit) throw new HttpOnceError('answer-too-large')
  const received = await collectBody(response, limit)
  if (!response.complete || (declared > 0 && received.length < declared)) throw new HttpOnceError('answer-incomplete')
  return { status: statusCode, headers, body: received }
}
