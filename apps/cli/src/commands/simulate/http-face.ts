import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isNationEcError } from '@nationec/errors'
import { cliError } from '../../errors/cli-error.ts'
import { readBody } from './read-body.ts'

/** What answers behind the face. */
export type Handle = (text: string, context: { readonly signal: AbortSignal }) => Promise<string> | string

/** Where the face listens. Loopback only: every program that reaches it can move simulated money. */
export interface HttpFaceOptions {
  /** The text of a request in, the text of its answer out. A thrown object may hold `libraryReturn`. */
  readonly handle: Handle
  /** 0 lets the system choose. */
  readonly port: number
}

/** A terminal that answers over HTTP. */
export interface HttpFace {
  /** For example `http://127.0.0.1:33900/`. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves a terminal over loopback HTTP, for the stand-in library and for any other program.
 *
 * POST the text of a request to any path; the body of the answer is the text of the answer. `X-NationEC-Return` holds
 * what the library is to return instead of `0000`. A lost answer closes the connection without one; a request that never
 * left is HTTP 503 with `X-NationEC-Delivery: not-sent`.
 */
export async function openHttpFace({ handle, port }: HttpFaceOptions): Promise<HttpFace> {
  const server = createServer((request, response) => void answer(handle, request, response))
  await listen(server, port)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(cliError('LISTEN_PORT_BUSY', { cause: error }))
      else if (error.code === 'EACCES') reject(cliError('LISTEN_PORT_REFUSED', { cause: error }))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function answer(handle: Handle, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refusalOf(request)
  if (refusal !== undefined) return end(response, refusal.status, refusal.text, NOT_SENT)
  const text = await readBody(request)
  if (text === undefined) return end(response, 413, 'more than 900K 请求超过 900K', NOT_SENT)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    end(response, 200, await handle(text, { signal: gone.signal }))
  } catch (error) {
    const returned = libraryReturnOf(error)
    if (returned !== undefined) end(response, 200, '', { 'X-NationEC-Return': encodeURIComponent(returned) })
    else if (isNationEcError(error) && error.delivery === 'not-sent') end(response, 503, error.code, NOT_SENT)
    else request.socket.destroy()
  }
}

/** Tells the other side that nothing was handed on. */
const NOT_SENT = { 'X-NationEC-Delivery': 'not-sent' }

/** A web page that found the port must not get through: it sends an Origin, or names another host. */
function refusalOf({ method, headers }: IncomingMessage): { status: number; text: string } | undefined {
  if (method !== 'POST') return { status: 405, text: 'POST the text of a request 请以 POST 提交请求报文' }
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  if (host !== '127.0.0.1' && host !== 'localhost') return { status: 403, text: 'loopback only 仅限本机访问' }
  if (headers.origin !== undefined) return { status: 403, text: 'not for web pages 不接受网页请求' }
  return undefined
}

function libraryReturnOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('libraryReturn' in error) return typeof error.libraryReturn === 'string' ? error.libraryReturn : undefined
  return 'cause' in error ? libraryReturnOf(error.cause) : undefined
}

function end(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  const body = Buffer.from(text, 'utf8')
  response.writeHead(status, {
    'Content-Type': `${status === 200 ? 'application/json' : 'text/plain'}; charset=utf-8`,
    'Content-Length': body.length,
    Connection: 'close',
    ...headers,
  })
  response.end(body)
}
