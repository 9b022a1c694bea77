import type { EmptyRemoval, Scalars } from '@nationec/crypto/json'
import type { Evidence, Profile } from '@nationec/protocol'

/** What the client of the payment centre can do; a profile says which path each one has. */
export type CentreOperation = 'uploadFees' | 'placeOrder' | 'refund' | 'querySettlement' | 'revokeFees'

/** The three written forms of an envelope's time: 13 digits, 10 digits, 14 digits in China time. */
export type TimestampForm = Profile['timestampForm']

/**
 * How one payment centre writes its envelope: everything that public material shows to differ from place to place.
 *
 * Make one with `defineCentreProfile`; `defaultCentreProfile` does what most public sources do.
 */
export interface CentreProfile {
  readonly name: string
  /** The envelope's `version`; `null` leaves the member out. */
  readonly version: string | null
  /** How the envelope's `timestamp` is written. It is read in all three forms. */
  readonly timestampForm: TimestampForm
  /** How numbers and truth values inside `data` are sent and signed: as text, as they are, or as text on the first level. */
  readonly scalars: Scalars
  /**
   * What the centre leaves out of the JSON that is signed, one of the rules of `emptyRules` of `@nationec/crypto/json`;
   * zeros are never empty. A body is then sent with its empty members.
   *
   * `'unknown'` sends a body without anything empty, keys ascending: then every known rule gives the same signature.
   */
  readonly emptyRemoval: EmptyRemoval | 'unknown'
  /**
   * Whether a signature that came is tried against our own form only, or against every form that is known. Our own form
   * exists only where `emptyRemoval` names a rule.
   */
  readonly signedFormsRead: 'every known form' | 'own form'
  /** The case of `encData` when it is written. Both are read. */
  readonly hexCase: 'upper' | 'lower'
  /**
   * How many milliseconds before its request left, and after it came, an answer may have been signed by our clock: 1,000 to
   * 86,400,000. An answer outside, or without a readable `timestamp`, is `unknown`. It makes up for clocks that differ.
   */
  readonly answerWindow: number
  /**
   * Whether a push that carries a return code is taken. An answer to a query carries one and is signed alike; refused, it cannot
   * be posted to the push address in place of a push.
   */
  readonly pushesWithCode: 'refused' | 'taken'
  /** How many relay shells (`data`, `output`, `body`) around an envelope are taken off when reading: 0 to 3. */
  readonly unwrapLevels: number
  /** The path of each interface, behind the base address. The letter case matters. */
  readonly paths: Readonly<Record<CentreOperation, string>>
  /** How the region departs from the messages themselves. */
  readonly messages: Profile
  /** Why each setting is as it is. */
  readonly evidence: Readonly<Record<string, { readonly evidence: Evidence; readonly note: string }>>
}
