import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { API_HEADERS, PAGE_HEADERS } from '../security/headers.ts'
import type { Reply } from './endpoint.ts'
import { languageOf, PROBLEM_TYPE, writeProblem } from './problem.ts'

/** An answer on its way out. */
export interface Answered {
  readonly status: number
  readonly response: Response
}

/** Puts the headers on that every answer has, and sends it. */
export function answer(c: Context, given: Reply | Response, requestId: string, cors: Record<string, string>): Answered {
  if (given instanceof Response) {
    // There is no reader: a stream of events that is left open would hold its place for ever.
    if (c.req.method === 'HEAD') void given.body?.cancel().catch(() => {})
    return { status: given.status, response: withHeaders(given, requestId, cors) }
  }
  const { status = 200, body, problem = false } = given
  const headers: Record<string, string> = { ...API_HEADERS, 'X-Request-Id': requestId, ...cors, ...given.headers }
  if (body === undefined) return { status, response: new Response(null, { status, headers }) }
  headers['Content-Type'] = problem ? PROBLEM_TYPE : 'application/json; charset=utf-8'
  const text = problem
    ? writeProblem(body as Record<string, unknown>, languageOf(c.req.header('accept-language')), requestId)
    : JSON.stringify(body)
  return { status, response: send(c, status, headers, text) }
}

function withHeaders(response: Response, requestId: string, cors: Record<string, string>): Response {
  const headers = { ...PAGE_HEADERS, 'X-Request-Id': requestId, ...cors }
  for (const [name, value] of Object.entries(headers)) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  return response
}

/** Writes straight to the socket where there is one: a `Response` with a stream in it would cost more than the query. */
function send(c: Context, status: number, headers: Record<string, string>, text: string): Response {
  const { outgoing } = (c.env ?? {}) as { readonly outgoing?: ServerResponse }
  if (outgoing === undefined) return new Response(text, { status, headers })
  headers['Content-Length'] = String(Buffer.byteLength(text))
  outgoing.writeHead(status, headers)
  outgoing.end(text)
  return RESPONSE_ALREADY_SENT
}
