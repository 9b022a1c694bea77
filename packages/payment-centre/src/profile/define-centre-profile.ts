import { deepFreeze } from '@nationec/protocol'
import { CentreError } from '../errors/centre-error.ts'
import type { CentreOperation, CentreProfile } from './centre-profile.ts'
import { defaultCentreProfile } from './default-centre-profile.ts'
import { profileIssues } from './profile-issues.ts'

/** The settings of a region; what is left out stays as in `base`. */
export interface CentreProfileSettings extends Partial<Omit<CentreProfile, 'name' | 'paths'>> {
  readonly name: string
  readonly paths?: Partial<Record<CentreOperation, string>>
  /** Where to start from. Default `defaultCentreProfile`. */
  readonly base?: CentreProfile
}

/**
 * Makes a profile of the payment centre for a region out of another one.
 *
 * `paths` and `evidence` are merged entry by entry, everything else is replaced. With `messages` and no `timestampForm`
 * the time is written as `messages.timestampForm` says. The result is checked and frozen.
 *
 * @throws `CENTRE_PROFILE_INVALID` with every setting that does not exist or does not fit
 *
 * @example
 * ```ts
 * import { defineCentreProfile } from '@nationec/payment-centre'
 *
 * const region = defineCentreProfile({ name: 'our-region', version: null, timestampForm: 'yyyyMMddHHmmss' })
 * console.log(region.paths.refund) // /org/local/api/hos/refund_Order
 * ```
 */
export function defineCentreProfile(settings: CentreProfileSettings): CentreProfile {
  const { base = defaultCentreProfile, ...own } = settings
  const merged = {
    ...base,
    ...(own.messages === undefined ? {} : { timestampForm: own.messages.timestampForm }),
    ...own,
    paths: { ...base.paths, ...own.paths },
    evidence: structuredClone({ ...evidenceFor(base, own), ...own.evidence }), // what is the caller’s must not be frozen
  }
  const details = profileIssues(merged)
  if (details.length > 0) throw new CentreError('CENTRE_PROFILE_INVALID', { details })
  return deepFreeze(merged)
}

/** What is known of the base's settings says nothing of one that was replaced. */
function evidenceFor(base: CentreProfile, own: Omit<CentreProfileSettings, 'base'>): CentreProfile['evidence'] {
  const replaced = new Set([
    ...Object.keys(own),
    ...(own.messages === undefined ? [] : ['timestampForm']),
    ...Object.keys(own.paths ?? {}).map((operation) => `paths.${operation}`),
  ])
  return Object.fromEntries(Object.entries(base.evidence).filter(([setting]) => !replaced.has(setting)))
}
