import { type ErrorCatalogue, type ErrorEntry, type OptionNames, requireKnownOptions } from '@nationec/errors'
import { showKnown } from '@nationec/protocol/privacy'
import { defineTransport, optionErrorOf, type Transport, TransportError, transportErrors } from '@nationec/transport'
import { tapeError, tapeErrors } from './errors.ts'
import { firstDifference } from './first-difference.ts'
import { type Mask, maskTape } from './mask.ts'
import { parseTape, type TapeLine } from './tape.ts'

/** Settings of {@link replayTransport}. */
export interface ReplayOptions {
  /** Name in errors and logs. Default `replay`. */
  readonly name?: string | undefined
  /** The mask with which the tape was recorded; requests are masked before they are compared. */
  readonly mask?: Mask | undefined
  /** Entries of recorded codes that are a transport's own. */
  readonly errors?: ErrorCatalogue | undefined
}

const OPTIONS: OptionNames<ReplayOptions> = { name: true, mask: true, errors: true }

/** A transport that gives what is on a tape. */
export interface ReplayTransport extends Transport {
  /** Fails with `REPLAY_NOT_DONE` if anything on the tape was not asked for. */
  assertDone(): void
}

/** For a code of a transport that is not at hand. */
const recordedFailure: ErrorEntry = {
  layer: 'transport',
  delivery: 'unknown',
  summary: { en: 'A failure that was recorded.', zh: '录制的失败。' },
  advice: { en: 'Look at the tape and at its transport.', zh: '请查看录制文件及其传输层。' },
}

/**
 * Makes a transport that plays a tape: requests must come as recorded, and get the recorded answers and failures.
 *
 * A request that differs is refused with `REPLAY_MISMATCH`, which names the line of the tape and the path of the first
 * difference but no value. The order of keys does not count. The place on the tape is shared by all connections.
 *
 * @throws `TransportError` `TAPE_INVALID`, naming the line
 * @example
 * ```ts
 * import { replayTransport } from '@nationec/transport-mock'
 *
 * const transport = replayTransport(`
 * > {"transType":"ec.query"}
 * < {"code":0,"data":{}}
 * `)
 * await using connection = transport.connect()
 * console.log(await connection.exchange({ text: '{ "transType": "ec.query" }' }))
 * transport.assertDone()
 * ```
 */
export function replayTransport(tape: string, options: ReplayOptions = {}): ReplayTransport {
  requireKnownOptions(options, OPTIONS, optionErrorOf('replay'))
  const { name = 'replay', mask = showKnown, errors = {} } = options
  const entries = parseTape(tape)
  const known: ErrorCatalogue = { ...errors, ...tapeErrors, ...transportErrors }
  const recorded = entries.flatMap(({ outcome }) => ('code' in outcome ? [[outcome.code, recordedFailure]] : []))
  let played = 0

  const transport = defineTransport({
    specVersion: 1,
    name,
    supports: { cancel: true, disconnectEvents: false },
    errors: { ...Object.fromEntries(recorded), ...known },
    open: async () => ({ send: async ({ text }) => play(text), close: () => {} }),
  })
  return Object.freeze({ ...transport, assertDone })

  function play(text: string): string {
    const entry = entries[played]
    requireSame(name, entry, maskTape(text, mask))
    played += 1
    if ('answer' in entry.outcome) return entry.outcome.answer
    const { code, delivery } = entry.outcome
    throw new TransportError<string>({ transport: name, code, delivery, entry: known[code] ?? recordedFailure })
  }

  function assertDone(): void {
    const next = entries[played]
    if (next === undefined) return
    const left = entries.length - played
    throw tapeError(name, 'REPLAY_NOT_DONE', {
      en: `${left} of ${entries.length} exchanges are left, from line ${next.line} on.`,
      zh: `共 ${entries.length} 次交互，从第 ${next.line} 行起剩余 ${left} 次。`,
    })
  }
}

function requireSame(name: string, entry: TapeLine | undefined, text: string): asserts entry is TapeLine {
  if (entry === undefined) {
    throw tapeError(name, 'REPLAY_MISMATCH', { en: 'The tape is at its end.', zh: '录制文件已到末尾。' })
  }
  const path = firstDifference(entry.request, text)
  if (path === undefined) return
  throw tapeError(name, 'REPLAY_MISMATCH', {
    en: `Line ${entry.line} differs at ${path}.`,
    zh: `与第 ${entry.line} 行在 ${path} 处不同。`,
  })
}
