import { type CentreError, centreError } from '../errors/centre-error.ts'
import { compressionOf } from './compression.ts'
import type { HttpAnswer } from './http-send.ts'

/**
 * Gives the text of an answer that may be one of the centre: status 2xx and UTF-8.
 *
 * The content type is not asked for, because a signature says more than a header. Everything else is `unknown`: a
 * gateway that writes 502 or 504 does not know either what the centre did.
 */
export function textOfAnswer({ status, body, encoding }: HttpAnswer): string {
  if (status >= 300 && status < 400) throw centreError('CENTRE_REDIRECTED', `HTTP ${status}.`, `HTTP ${status}。`)
  if (status < 200 || status >= 300) throw centreError('CENTRE_HTTP_STATUS', `HTTP ${status}.`, `HTTP ${status}。`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    const how = compressionOf(body, encoding)
    throw how === undefined
      ? unreadable(`${body.length} bytes, not UTF-8.`, `共 ${body.length} 字节，不是 UTF-8。`)
      : unreadable(
          `It is compressed (${how}), although the request forbade that (accept-encoding: identity): switch compression off at the gateway in between.`,
          `应答被压缩（${how}），而请求已声明 accept-encoding: identity：请关闭中间网关的压缩。`,
        )
  }
}

function unreadable(en: string, zh: string): CentreError {
  return centreError('CENTRE_ENVELOPE_UNREADABLE', en, zh)
}
