import { type Message, maskText, messageSchemas, type Profile, sensitiveValues } from '@nationec/protocol'
import type { CentreOperation } from '../profile/centre-profile.ts'
import type { UnprovedAnswer } from './options.ts'

/** A gateway may answer with a whole page. */
const LONGEST = 500

/** What was asked, for what must not be shown of it. */
export interface Asked {
  readonly operation: CentreOperation
  readonly message: Message
  readonly body: Readonly<Record<string, unknown>>
  readonly profile: Profile
}

/** Tells what an answer without a signature claims; a hook that throws decides nothing. */
export function tellUnproved(
  text: string,
  { operation, message, body, profile }: Asked,
  tell: (claim: UnprovedAnswer) => void,
): void {
  const answer: Readonly<Record<string, unknown>> = JSON.parse(text) // it was read as an object before
  const personal = sensitiveValues(body, messageSchemas(message, profile).request.shape)
  const shown = (value: unknown): string | undefined => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined
    return value === '' ? undefined : maskText(String(value), personal).slice(0, LONGEST)
  }
  try {
    tell({ proved: false, operation, claimedCode: shown(answer['code']), claimedMessage: shown(answer['message']) })
  } catch {
    // The call fails with what is known of the answer.
  }
}
