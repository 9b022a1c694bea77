import { requireOneOf } from '@nationec/errors'
import { simulatorOptionError } from '../errors/simulator-fault.ts'

/**
 * What becomes of one push: it arrives, it is lost, it arrives twice, or it is held back until it is released —
 * perhaps behind a later one.
 */
export type PushFate = 'sent' | 'lost' | 'repeated' | 'held'

const FATES: readonly PushFate[] = ['sent', 'lost', 'repeated', 'held']

/** @throws `SIMULATOR_OPTION_INVALID` for a fate that does not exist */
export function knownFate(fate: PushFate): PushFate {
  requireOneOf(fate, 'fate', FATES, simulatorOptionError)
  return fate
}
