import { canonicalJson, type JsonObject, type JsonValue, readJson } from '@nationec/crypto/json'
import { type BilingualText, requireOption } from '@nationec/errors'
import type { CentreCredentials } from '../credentials/centre-credentials.ts'
import { centreOptionError } from '../errors/centre-error.ts'
import { plainJson, requireJson } from '../json/plain-json.ts'
import type { CentreProfile } from '../profile/centre-profile.ts'
import { ownForm } from './signed-forms.ts'
import { joinSigned } from './string-to-sign.ts'
import { writeTimestamp } from './timestamp.ts'

/** What goes into an envelope. */
export interface EnvelopeParts {
  /** The plaintext body; left out for a refusal, which has none. */
  readonly data?: unknown
  /** Members besides the usual ones: a response's `code`, `message`, `success`. */
  readonly header?: Readonly<Record<string, string | number | boolean>> | undefined
  /** The moment of writing, in milliseconds since 1970. */
  readonly moment: number
}

/** What sealing and opening are done with. */
export interface EnvelopeKeys {
  readonly credentials: CentreCredentials
  readonly profile: CentreProfile
}

/**
 * Writes an envelope: the body encrypted in `encData`, everything signed in `signData`.
 *
 * The signature covers the body without what the profile's rule takes for empty; `encData` keeps it. Where the rule is
 * unknown nothing empty is in `encData` either, and its keys ascend, so that every known rule gives one signature. Two envelopes of the same body differ,
 * because an SM2 signature is made with a fresh random number.
 *
 * @returns the JSON text that travels
 * @throws `CENTRE_OPTION_INVALID` naming the member that JSON cannot hold or would change (`NaN`, a Map, bytes),
 *   `CENTRE_KEY_FAILED`
 */
export async function sealEnvelope(
  { data, header = {}, moment }: EnvelopeParts,
  { credentials, profile }: EnvelopeKeys,
): Promise<string> {
  const { version, timestampForm, scalars, emptyRemoval, hexCase } = profile
  const form = ownForm(profile)
  requireOption(Number.isFinite(moment), 'moment', aMoment, centreOptionError)
  requireJson(header, 'header')
  const members: Record<string, string | number | boolean> = {
    ...header,
    appId: credentials.appId,
    encType: 'SM4',
    signType: 'SM2',
    timestamp: writeTimestamp(moment, timestampForm),
    ...(version === null ? {} : { version }),
  }
  const written = data === undefined ? undefined : plainJson(data, scalars)
  const body = written === undefined ? undefined : asRead(written)
  const canonical = body === undefined ? undefined : canonicalJson(body, form)
  const plaintext = emptyRemoval === 'unknown' ? canonical : written
  const signed = asRead(JSON.stringify(members)) as JsonObject
  const signData = await credentials.sign(joinSigned({ header: signed, data: canonical }, form))
  const encData = plaintext === undefined ? undefined : await credentials.cipher.encrypt(plaintext, hexCase)
  return JSON.stringify({ ...members, ...(encData === undefined ? {} : { encData }), signData })
}

const aMoment: BilingualText = { en: 'milliseconds since 1970', zh: '1970 年以来的毫秒数' }

/** The signature is made over what a reader will find in the text, and not over the value before it was written. */
function asRead(text: string): JsonValue {
  const value = readJson(text)
  if (value === undefined) throw new RangeError('a body deeper than any message')
  return value
}
