import { type BilingualText, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import type { TransportRequest } from './contract.ts'
import { aWait, type Definition, isWait } from './definition.ts'
import { isCarriable } from './text-size.ts'
import type { ExchangeOptions, ExchangeRequest } from './transport.ts'
import { isTransportError, optionErrorOf, transportError } from './transport-error.ts'

/** What a caller asked for, read once and found sendable. */
export interface CheckedExchange {
  readonly request: TransportRequest
  readonly signal: AbortSignal | undefined
  readonly deadline: number
}

const OPTIONS: OptionNames<ExchangeOptions> = { signal: true, deadline: true }
const aSignal: BilingualText = { en: 'an AbortSignal', zh: 'AbortSignal' }

/** Reads the arguments of an exchange. Throws the `TransportError` that says why nothing can be sent. */
export function checkExchange(
  definition: Definition,
  request: ExchangeRequest,
  options: ExchangeOptions | undefined,
): CheckedExchange {
  const { name, limits } = definition
  const { text, url = definition.url } = (request ?? {}) as Partial<ExchangeRequest>
  const waiting = checkOptions(definition, options)
  if (typeof text !== 'string' || !isCarriable(text)) throw transportError(name, 'REQUEST_NOT_TEXT')
  if (typeof url !== 'string' || !isCarriable(url)) {
    throw transportError(name, 'REQUEST_NOT_TEXT', { details: [{ en: 'It is the address.', zh: '出错的是地址。' }] })
  }
  if (exceeds(definition, text, limits.text)) {
    throw transportError(name, 'REQUEST_TOO_LARGE', { details: [ofLimit(limits.text)] })
  }
  if (exceeds(definition, url, limits.url)) {
    throw transportError(name, 'URL_TOO_LONG', { details: [ofLimit(limits.url)] })
  }
  return { request: { url, text }, ...waiting }
}

/** Reads the options of an exchange once. Throws `OPTION_INVALID`, or `ABORTED` if the caller has given up already. */
export function checkOptions(
  { name, deadline: usual }: Pick<Definition, 'name' | 'deadline'>,
  options: ExchangeOptions | undefined,
): Omit<CheckedExchange, 'request'> {
  const invalid = optionErrorOf(name)
  requireKnownOptions(options ?? {}, OPTIONS, invalid)
  const { signal, deadline = usual } = options ?? {}
  requireOption(signal === undefined || isSignal(signal), 'signal', aSignal, invalid)
  requireOption(isWait(deadline), 'deadline', aWait, invalid)
  if (signal?.aborted === true) throw transportError(name, 'ABORTED', { delivery: 'not-sent', cause: signal.reason })
  return { signal, deadline }
}

/** Checks what `send` gave. Throws if it must not be read; the request has left by now. */
export function checkAnswer({ name, limits, exceeds }: Definition, answer: unknown): string {
  if (typeof answer !== 'string') throw transportError(name, 'ANSWER_NOT_TEXT')
  let tooLarge: boolean
  try {
    tooLarge = exceeds(answer, limits.answer)
  } catch (cause) {
    throw transportError(name, 'ANSWER_NOT_TEXT', { cause })
  }
  if (tooLarge) throw transportError(name, 'ANSWER_TOO_LARGE', { details: [ofLimit(limits.answer)] })
  return answer
}

/** A `measure` that throws says that the wire's character set lacks something. */
function exceeds(definition: Definition, text: string, limit: number): boolean {
  try {
    return definition.exceeds(text, limit)
  } catch (cause) {
    if (isTransportError(cause) && cause.delivery === 'not-sent') throw cause
    throw transportError(definition.name, 'REQUEST_NOT_TEXT', { cause })
  }
}

function isSignal(value: unknown): value is AbortSignal {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value
}

function ofLimit(bytes: number): BilingualText {
  return { en: `The limit is ${bytes} bytes.`, zh: `上限为 ${bytes} 字节。` }
}
