import { decodeUtf8, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { aWait, createDeadline, isWait, optionErrorOf, systemTimers, type TransportError } from '@nationec/transport'
import type { NatsConnection } from '@nats-io/transport-node'
import type { ExchangeAddress } from './exchange-address.ts'
import { errorOf } from './failure-record.ts'
import { isId } from './ids.ts'
import { type CallEvent, linkOf } from './link.ts'
import { requireConnection } from './require-connection.ts'
import { askSubject, aTillName, isTillName } from './subjects.ts'

/** The question what became of an exchange. */
export interface TillQuestion extends ExchangeAddress {
  readonly connection: NatsConnection
  /** Milliseconds to wait. Default 10,000. */
  readonly deadline?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** What a till says of an exchange. */
export type TillSays =
  /** Nothing was told: that memory is not connected, or did not answer. Ask again later. */
  | { readonly state: 'nothing' }
  /** It was not carried out and never will be: a proof. */
  | { readonly state: 'never' }
  | { readonly state: 'running' }
  /** The terminal may have been reached; the till was stopped before it could store more. */
  | { readonly state: 'lost' }
  /** The text of the answer; without it where the till has forgotten the text and not the fact. */
  | { readonly state: 'answered'; readonly answer?: string | undefined }
  /** `error.delivery` says whether the terminal was reached. */
  | { readonly state: 'failed'; readonly error: TransportError<string> }

const OPTIONS: OptionNames<TillQuestion> = {
  ...{ connection: true, id: true, till: true, ledger: true, deadline: true, signal: true },
}

/**
 * Asks a till what became of an exchange whose outcome is unknown. What the till has never seen it never carries out
 * from then on.
 *
 * The question goes to the memory that the exchange was addressed to, never to the agent that serves the till now.
 *
 * @returns `nothing` if that memory does not answer; it never rejects but for options
 * @throws `OPTION_INVALID`
 * @example not run: needs a NATS server
 * ```ts
 * import { connect } from '@nats-io/transport-node'
 * import { askTill } from '@nationec/transport-nats'
 *
 * const connection = await connect({ servers: 'tls://nats.hospital.example:4222' })
 * const stored = { id: '0123456789abcdef0123456789abcdef', till: 'T12', ledger: 'fedcba9876543210fedcba9876543210' }
 * const { state } = await askTill({ connection, ...stored })
 * if (state === 'never') console.log('safe to charge again')
 * ```
 */
export async function askTill(question: TillQuestion): Promise<TillSays> {
  const invalid = optionErrorOf('nats')
  requireKnownOptions(question, OPTIONS, invalid)
  const { connection, id, till, ledger, deadline: milliseconds = 10_000, signal } = question
  requireConnection(connection)
  requireOption(isTillName(till), 'till', aTillName, invalid)
  requireOption(isId(id), 'id', anId, invalid)
  requireOption(isId(ledger), 'ledger', anId, invalid)
  requireOption(isWait(milliseconds), 'deadline', aWait, invalid)
  const link = linkOf(connection)
  if (!link.up) return { state: 'nothing' }
  return new Promise<TillSays>((resolve) => {
    const nothing = (): void => end({ state: 'nothing' })
    const stopDown = link.onDown(nothing)
    let endCall = (): void => {}
    const deadline = createDeadline({ timers: systemTimers, signal, milliseconds, onEnd: nothing })
    if (signal?.aborted === true) return
    try {
      endCall = link.call(askSubject(till, ledger), { id, ledger }, '', (event) => end(saidBy(event, question)))
    } catch {
      nothing()
    }

    function end(said: TillSays): void {
      deadline?.clear()
      stopDown()
      endCall()
      resolve(said)
    }
  })
}

/** For an error text: what an id must be. */
const anId = { en: '32 to 64 lower-case hex digits', zh: '32～64 位小写十六进制数字' }

function saidBy(event: CallEvent, { id, ledger }: TillQuestion): TillSays {
  // The answer names what it is about: the word of another memory, or of another exchange, is none.
  if (event.type !== 'message' || event.envelope.id !== id || event.envelope.ledger !== ledger)
    return { state: 'nothing' }
  const text = decodeUtf8(event.message.data)
  switch (event.envelope.kind) {
    case 'never':
    case 'running':
      return { state: event.envelope.kind }
    case 'begun':
      return { state: 'lost' }
    case 'forgotten':
      return { state: 'answered' }
    case 'answered':
      return text === undefined ? { state: 'nothing' } : { state: 'answered', answer: text }
    case 'failed':
      return { state: 'failed', error: errorOf(text) }
    default:
      return { state: 'nothing' }
  }
}
