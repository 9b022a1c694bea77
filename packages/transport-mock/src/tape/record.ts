import { isNationEcError, type OptionNames, requireKnownOptions } from '@nationec/errors'
import { showKnown } from '@nationec/protocol/privacy'
import { intercept, optionErrorOf, type Transport } from '@nationec/transport'
import { type Mask, maskTape } from './mask.ts'
import { formatTape, type TapeEntry, type TapeOutcome } from './tape.ts'

/** Settings of {@link record}. */
export interface RecordOptions {
  /**
   * What the tape shows of values. Default: `showKnown` of `@nationec/protocol/privacy`, which shows codes of a table,
   * amounts, numbers, times and numbers of orders; everything else becomes `***`.
   */
  readonly mask?: Mask | undefined
}

/** A transport that is being recorded. */
export interface Recording {
  /** Use it in place of the one that was given. */
  readonly transport: Transport
  /** The tape so far, in the order of the calls; an exchange that has not ended is left out. */
  tape(): string
}

const OPTIONS: OptionNames<RecordOptions> = { mask: true }

/**
 * Records what goes through a transport, as text that a reviewer can read.
 *
 * The mask is applied at once, so that no personal data is kept. Addresses are not recorded.
 *
 * @example
 * ```ts
 * import { mockTransport, record } from '@nationec/transport-mock'
 *
 * const recording = record(mockTransport(() => '{"code":0,"data":{"idNo":"330102199001011234"}}'))
 * await using connection = recording.transport.connect()
 * await connection.exchange({ text: '{"transType":"ec.query"}' })
 * console.log(recording.tape())
 * ```
 */
export function record(transport: Transport, options: RecordOptions = {}): Recording {
  requireKnownOptions(options, OPTIONS, optionErrorOf(transport.name))
  const { mask = showKnown } = options
  const entries: { readonly request: string; outcome?: TapeOutcome }[] = []
  const recorded = intercept(transport, async (request, next) => {
    const entry: (typeof entries)[number] = { request: maskTape(String(request?.text), mask) }
    entries.push(entry)
    try {
      const answer = await next(request)
      entry.outcome = { answer: maskTape(answer, mask) }
      return answer
    } catch (error) {
      const { code, delivery } = isNationEcError(error) ? error : { code: 'SEND_FAILED', delivery: 'unknown' as const }
      entry.outcome = { code, delivery }
      throw error
    }
  })
  return { transport: recorded, tape: () => formatTape(entries.filter(hasOutcome)) }
}

function hasOutcome(entry: { readonly request: string; readonly outcome?: TapeOutcome }): entry is TapeEntry {
  return entry.outcome !== undefined
}
