import { HttpOnceError, sendHttpOnce, type TlsSettings } from '@nationec/transport/http-once'
import type { CentreErrorCode } from '../errors/catalogue.ts'
import { centreError } from '../errors/centre-error.ts'
import { HEADERS, type HttpSend } from './http-send.ts'

/** The default sender: one request over a connection of its own, on Node, Bun and Deno. */
export function nodeSend(tls: TlsSettings): HttpSend {
  return async ({ url, body }, { signal, limit, leaving }) => {
    try {
      const request = { method: 'POST', url, headers: HEADERS, body } as const
      const answer = await sendHttpOnce(request, { signal, limit, leaving, tls })
      return { status: answer.status, body: answer.body, encoding: answer.headers['content-encoding'] }
    } catch (error) {
      throw centreErrorOf(error, limit)
    }
  }
}

/** What the sender knows, as an error of the centre; anything else as it is. */
export function centreErrorOf(error: unknown, limit: number): unknown {
  if (!(error instanceof HttpOnceError)) return error
  const { reason, systemCode, cause } = error
  if (reason === 'answer-incomplete') return error
  if (reason === 'answer-too-large')
    return centreError('CENTRE_ANSWER_TOO_LARGE', `The limit is ${limit} bytes.`, `上限为 ${limit} 字节。`)
  const code: CentreErrorCode = reason === 'tls-failed' ? 'CENTRE_TLS_FAILED' : 'CENTRE_UNREACHABLE'
  return centreError(code, systemCode && `${systemCode}.`, systemCode && `${systemCode}。`, cause)
}
