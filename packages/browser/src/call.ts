import { localError, problemError } from './agent-error.ts'

/** One request to the agent. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  /** The `Idempotency-Key`, for what moves money. */
  readonly key?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** Sends a request; resolves with the text of the answer. */
export type Sender = (call: Call) => Promise<string>

/** Sends a request; resolves with the answer's JSON, or `undefined` when it has none. */
export type Caller = (call: Call) => Promise<unknown>

const KEY = /^[!-~]{1,128}$/

/** What the agent says when a token is missing or no longer valid. */
const TOKEN_CODES = ['TOKEN_MISSING', 'TOKEN_INVALID']

/**
 * Binds an address and a token to a sender. It sends each request once; only the person at the page repeats, and then
 * with the same key.
 */
export function createSender(fetchPage: typeof fetch, address: string, token: () => string | null): Sender {
  return async (call) => {
    const { key, signal } = call
    if (key !== undefined && !KEY.test(key)) throw localError('KEY_WRONG', 'not-sent')
    const withKey = key === undefined ? {} : { key }
    let status: number
    let text: string
    try {
      const answer = await fetchPage(address + call.path, requestInit(call, token()))
      status = answer.status
      text = await answer.text()
    } catch (cause) {
      // The browser does not say how far the request came.
      throw localError(signal?.aborted === true ? 'GIVEN_UP' : 'CONNECTION_LOST', 'unknown', { cause, ...withKey })
    }
    return takeAnswer(status, text, key)
  }
}

/** The text of an answer that says yes. @throws AgentError with what another one says */
export function takeAnswer(status: number, text: string, key?: string): string {
  if (status >= 200 && status < 300) return text
  const error = problemError(parse(text), status, 'unknown', key)
  if (TOKEN_CODES.indexOf(error.code) < 0) throw error
  throw localError('NOT_PAIRED', 'not-sent', { cause: error, ...(key !== undefined && { key }) })
}

/** The same, with the answer read as JSON. */
export function createCaller(send: Sender): Caller {
  return async (call) => {
    const text = await send(call)
    const answer = parse(text)
    if (answer === undefined && text !== '')
      throw localError('ANSWER_UNREADABLE', 'unknown', call.key === undefined ? {} : { key: call.key })
    return answer
  }
}

function requestInit({ method, body, key, signal }: Call, token: string | null): RequestInit {
  return {
    method,
    headers: {
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal !== undefined && { signal }),
  }
}

/** JSON, or `undefined` where there is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
