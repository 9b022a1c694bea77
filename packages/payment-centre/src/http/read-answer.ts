import { centreError } from '../errors/centre-error.ts'
import type { HttpAnswer } from './http-send.ts'

/**
 * Gives the text of an answer that may be one of the centre: status 2xx and UTF-8.
 *
 * The content type is not asked for, because a signature says more than a header. Everything else is `unknown`: a
 * gateway that writes 502 or 504 does not know either what the centre did.
 */
export function textOfAnswer({ status, body }: HttpAnswer): string {
  if (status >= 300 && status < 400) throw centreError('CENTRE_REDIRECTED', `HTTP ${status}.`, `HTTP ${status}。`)
  if (status < 200 || status >= 300) throw centreError('CENTRE_HTTP_STATUS', `HTTP ${status}.`, `HTTP ${status}。`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw centreError(
      'CENTRE_ENVELOPE_UNREADABLE',
      `${body.length} bytes, not UTF-8.`,
      `共 ${body.length} 字节，不是 UTF-8。`,
    )
  }
}
