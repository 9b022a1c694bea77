import type { Delivery, Layer } from './delivery.ts'

/** One text in both languages of the project. */
export interface BilingualText {
  readonly en: string
  readonly zh: string
}

/** What is known of an error code before it happens: the source of messages and of the page `docs/errors.md`. */
export interface ErrorEntry {
  readonly layer: Layer
  /** What this code says of the request by default. */
  readonly delivery: Delivery
  /** What happened, in one sentence. */
  readonly summary: BilingualText
  /** What the caller can do about it, in one sentence. */
  readonly advice: BilingualText
}

/** The closed set of codes of one package, each with its entry. */
export type ErrorCatalogue<Code extends string = string> = Readonly<Record<Code, ErrorEntry>>
