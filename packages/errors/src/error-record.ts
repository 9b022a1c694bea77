import type { BilingualText, ErrorEntry } from './catalogue.ts'
import type { Delivery, Layer } from './delivery.ts'

/** An error that another process has told of, ready for the constructor of an error class. */
export interface ErrorRecord {
  readonly code: string
  readonly entry: ErrorEntry
  readonly details: readonly BilingualText[]
}

const LAYERS: readonly string[] = ['client', 'protocol', 'business', 'transport', 'library', 'host', 'simulator']
const DELIVERIES: readonly string[] = ['not-sent', 'unknown', 'answered']

/**
 * Reads an error of nationec from JSON that another process wrote. Gives `undefined` for what has no code.
 *
 * What the record does not say, or says in other words, is what is known of any request that was sent: nothing.
 *
 * @param fallback whose texts are shown where the record has none
 * @example
 * ```ts
 * import { optionErrors, readErrorRecord } from '@nationec/errors'
 *
 * const read = readErrorRecord({ code: 'TIMEOUT', delivery: 'maybe' }, optionErrors.OPTION_INVALID)
 * console.log(read?.entry.delivery) // unknown
 * ```
 */
export function readErrorRecord(record: unknown, fallback: ErrorEntry): ErrorRecord | undefined {
  if (typeof record !== 'object' || record === null) return undefined
  const { code, layer, delivery, summary, advice, details } = record as Readonly<Record<string, unknown>>
  if (typeof code !== 'string' || !/^[A-Z][A-Z0-9_]{0,60}$/.test(code)) return undefined
  const entry: ErrorEntry = {
    layer: LAYERS.includes(String(layer)) ? (layer as Layer) : 'host',
    delivery: DELIVERIES.includes(String(delivery)) ? (delivery as Delivery) : 'unknown',
    summary: isBilingualText(summary) ? summary : fallback.summary,
    advice: isBilingualText(advice) ? advice : fallback.advice,
  }
  return { code, entry, details: Array.isArray(details) ? details.filter(isBilingualText) : [] }
}

/** Tells whether a value from another process is a text in both languages. */
export function isBilingualText(value: unknown): value is BilingualText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'en' in value &&
    typeof value.en === 'string' &&
    'zh' in value &&
    typeof value.zh === 'string'
  )
}
