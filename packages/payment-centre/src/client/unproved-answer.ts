import { hiddenTexts, maskText } from '@nationec/protocol/privacy'
import type { CentreOperation } from '../profile/centre-profile.ts'
import type { UnprovedAnswer } from './options.ts'

/** A gateway may answer with a whole page. */
const LONGEST = 500

/** What was asked, for what must not be shown of it. */
export interface Asked {
  readonly operation: CentreOperation
  readonly body: Readonly<Record<string, unknown>>
}

/** Tells what an answer without a signature claims; a hook that throws decides nothing. */
export function tellUnproved(text: string, { operation, body }: Asked, tell: (claim: UnprovedAnswer) => void): void {
  const answer: Readonly<Record<string, unknown>> = JSON.parse(text) // it was read as an object before
  const hidden = hiddenTexts(body)
  const shown = (value: unknown): string | undefined => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined
    return value === '' ? undefined : maskText(String(value), hidden).slice(0, LONGEST)
  }
  try {
    tell({ proved: false, operation, claimedCode: shown(answer['code']), claimedMessage: shown(answer['message']) })
  } catch {
    // The call fails with what is known of the answer.
  }
}
