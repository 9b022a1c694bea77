import type { BilingualText } from '../errors/error-texts.ts'

/** One thing that was looked at, in the order in which it was. */
export interface ExplanationStep<Name extends string> {
  readonly step: Name
  /** `false` for the first step that differs; later steps are not looked at then. */
  readonly fits: boolean
  readonly text: BilingualText
}

/**
 * What was found out. No part of it holds a key, a message or a plaintext, so that it may be sent to a partner.
 */
export interface Explanation<Variant, Name extends string> {
  /** The variants that fit, most ordinary first. Empty when none does: then the last step says what differs. */
  readonly variants: readonly Variant[]
  readonly steps: readonly ExplanationStep<Name>[]
  /** The result in one or two sentences. */
  readonly text: BilingualText
}

export function joinTexts(texts: readonly BilingualText[]): BilingualText {
  return { en: texts.map(({ en }) => en).join(', '), zh: texts.map(({ zh }) => zh).join('，') }
}
