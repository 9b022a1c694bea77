import type { OpenedEnvelope } from '../envelope/open-envelope.ts'
import { centreError } from '../errors/centre-error.ts'

/**
 * Writes a signed answer in the form that the protocol judges: code, message, data.
 *
 * An answer whose code says one thing and whose success flag another proves neither.
 */
export function answerText({ header, body }: OpenedEnvelope): string {
  const { code, message, success } = header
  const done = /^\s*[+-]?0+\s*$/.test(code ?? '')
  if (code !== undefined && success !== undefined && (success.toLowerCase() === 'true') !== done) {
    throw centreError(
      'CENTRE_ANSWER_CONTRADICTS',
      `Code ${bareCode(code)}, success ${done ? 'false' : 'true'}.`,
      `返回码为 ${bareCode(code)}，success 为 ${done ? 'false' : 'true'}。`,
    )
  }
  const parts = [
    ...(code === undefined ? [] : [`"code":${JSON.stringify(code)}`]),
    ...(message === undefined ? [] : [`"message":${JSON.stringify(message)}`]),
    ...(body === undefined ? [] : [`"data":${body.text}`]),
  ]
  return `{${parts.join(',')}}`
}

function bareCode(code: string): string {
  return /^-?\d{1,8}$/.test(code) ? code : '?'
}
