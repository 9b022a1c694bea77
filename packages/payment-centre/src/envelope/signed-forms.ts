import type { EmptyRemoval, SignedForm } from '../json/canonical-json.ts'
import type { CentreProfile } from '../profile/centre-profile.ts'

const REMOVALS: readonly EmptyRemoval[] = ['recursive', 'one level', 'null only', 'one level and empty lists']

const known: readonly SignedForm[] = (['as text', 'as written'] as const).flatMap((scalars) =>
  REMOVALS.map((emptyRemoval) => ({ scalars, emptyRemoval })),
)

/**
 * The forms that a signature which came is tried against, our own first. Without a body there is one: a stranger, who
 * cannot make a body that decrypts, must not be able to make us verify eight times.
 */
export function signedFormsToRead(profile: CentreProfile, hasBody: boolean): readonly SignedForm[] {
  const { scalars, emptyRemoval, signedFormsRead } = profile
  return signedFormsRead === 'own form' || !hasBody
    ? [{ scalars, emptyRemoval }]
    : [{ scalars, emptyRemoval }, ...known]
}
