import { type EmptyRemoval, emptyRemovals, type Scalars, type SignedForm } from '@nationec/crypto/json'
import type { CentreProfile } from '../profile/centre-profile.ts'

/** Leaves out what any rule leaves out, so that what stays is the same under all of them. */
const EVERYTHING_EMPTY: EmptyRemoval = 'what becomes empty, and items'

const SCALARS: readonly Scalars[] = ['as text', 'as written', 'first level as text']

const KNOWN_FORMS: readonly SignedForm[] = SCALARS.flatMap((scalars) =>
  emptyRemovals.map((emptyRemoval) => ({ scalars, emptyRemoval })),
)

/** The form in which we sign. */
export function ownForm({ scalars, emptyRemoval }: CentreProfile): SignedForm {
  return { scalars, emptyRemoval: emptyRemoval === 'unknown' ? EVERYTHING_EMPTY : emptyRemoval }
}

/**
 * The forms that a signature which came is tried against, our own first. Without a body there is one: a stranger, who
 * cannot make a body that decrypts, must not be able to make us verify thirty times.
 */
export function signedFormsToRead(profile: CentreProfile, hasBody: boolean): readonly SignedForm[] {
  const own = ownForm(profile)
  return profile.signedFormsRead === 'own form' || !hasBody ? [own] : [own, ...KNOWN_FORMS]
}

/** The one form in which two bodies of the same content are the same text. */
export const COMPARED_FORM: SignedForm = { scalars: 'as text', emptyRemoval: EVERYTHING_EMPTY }
