import type { IncomingHttpHeaders } from 'node:http'
import { decodeUtf8 } from '@nationec/errors'
import { isTransportError, transportError } from '@nationec/transport'
import { HttpOnceError, sendHttpOnce } from '@nationec/transport/http-once'

/** A request with a text body. */
export interface TextRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly text?: string
}

/** An answer, read to its end. */
export interface TextAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** An answer of any bytes. */
export interface BytesAnswer {
  readonly status: number
  readonly bytes: Uint8Array
}

/** Above the 900K of clause 3.2 and what an agent writes around an answer. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * Sends one HTTP request, once, and gives the text of its answer.
 *
 * @param name the transport, for its errors
 * @throws `OPEN_FAILED`, `not-sent`, when no connection could be made; `SEND_FAILED`, `ANSWER_TOO_LARGE`,
 *   `ANSWER_NOT_TEXT`, `unknown`, once the request may have left
 */
export async function sendOnce(name: string, request: TextRequest, signal: AbortSignal): Promise<TextAnswer> {
  const { status, headers, body } = await send(name, request, signal)
  return { status, headers, text: decodedText(name, body) }
}

/** As {@link sendOnce}, for an answer that need be no text. */
export async function fetchOnce(name: string, request: TextRequest, signal: AbortSignal): Promise<BytesAnswer> {
  const { status, body } = await send(name, request, signal)
  return { status, bytes: body }
}

async function send(name: string, request: TextRequest, signal: AbortSignal) {
  const { method, url, headers, text } = request
  const body = text === undefined ? undefined : new TextEncoder().encode(text)
  let left = false
  const leaving = (): void => {
    left = true
  }
  try {
    return await sendHttpOnce({ method, url, headers, body }, { signal, limit: MOST_BYTES, leaving })
  } catch (error) {
    throw failureOf(name, error, left)
  }
}

export function decodedText(name: string, bytes: Uint8Array): string {
  const text = decodeUtf8(bytes)
  if (text === undefined) throw transportError(name, 'ANSWER_NOT_TEXT')
  return text
}

function failureOf(name: string, error: unknown, left: boolean): unknown {
  if (isTransportError(error)) return error
  if (error instanceof HttpOnceError && error.reason === 'answer-too-large')
    return transportError(name, 'ANSWER_TOO_LARGE')
  // Before the request may leave there is nothing but the connection.
  if (!left) return transportError(name, 'OPEN_FAILED', { cause: error })
  return transportError(name, 'SEND_FAILED', { cause: error, delivery: 'unknown' })
}
