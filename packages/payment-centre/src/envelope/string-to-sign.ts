import {
  canonicalJson,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  readJson,
  type SignedForm,
  scalarText,
} from '@nationec/crypto/json'

import { requireOption } from '@nationec/errors'
import { centreOptionError } from '../errors/centre-error.ts'
import type { CentreProfile } from '../profile/centre-profile.ts'
import { defaultCentreProfile } from '../profile/default-centre-profile.ts'
import { ownForm } from './signed-forms.ts'

/** Members of an envelope that the signature does not cover: it cannot cover itself, and `data` stands for `encData`. */
const NOT_SIGNED: ReadonlySet<string> = new Set(['signData', 'encData', 'extra', 'data'])

/** What the text that is signed is made of. */
export interface SignedParts {
  /** The envelope's own members; those that are not signed may be among them. */
  readonly header: JsonObject
  /** The plaintext body as it is signed; absent when the message has none. */
  readonly data: string | undefined
}

/**
 * Writes the text that is signed, for a partner who cannot verify it. {@link sealEnvelope} signs this with `&key=` and the
 * secret behind it; add both before you compare hash values.
 *
 * Never log what this gives: it holds the body.
 *
 * @param envelope as `readJson` of `@nationec/crypto/json` reads it, with the plaintext in `data`, as an object or as its JSON text;
 *   `signData`, `encData` and `extra` may stand in it
 * @param profile whose `scalars` and `emptyRemoval` say how `data` is written. Default: `defaultCentreProfile`
 * @throws `CENTRE_OPTION_INVALID` for `data` that is no JSON object
 *
 * @example
 * ```ts
 * import { readJson, isObject } from '@nationec/crypto/json'
 * import { stringToSign } from '@nationec/payment-centre'
 *
 * const envelope = readJson('{"appId":"A","data":{"b":2,"a":"1","c":null},"timestamp":"1795400100000"}')
 * if (isObject(envelope)) console.log(stringToSign(envelope)) // appId=A&data={"a":"1","b":"2"}&timestamp=1795400100000
 * ```
 */
export function stringToSign(envelope: JsonObject, profile: CentreProfile = defaultCentreProfile): string {
  const given = envelope['data']
  const data = typeof given === 'string' ? readJson(given) : given
  const isBody = data === undefined ? given === undefined : isObject(data)
  requireOption(isBody, 'data', { en: 'a JSON object', zh: 'JSON 对象' }, centreOptionError)
  const form = ownForm(profile)
  return joinSigned({ header: envelope, data: data === undefined ? undefined : canonicalJson(data, form) }, form)
}

/**
 * Writes the text that is signed: every member that is not empty as `name=value`, ascending by name, joined by `&`,
 * with the plaintext `data` among them. The credentials put `&key=` and the secret behind it.
 *
 * Never log what this gives: it holds the body.
 */
export function joinSigned({ header, data }: SignedParts, form: SignedForm): string {
  const members: [name: string, text: string][] = []
  for (const name of Object.keys(header)) {
    if (!NOT_SIGNED.has(name)) add(members, name, header[name] as JsonValue, form)
  }
  if (data !== undefined) members.push(['data', data])
  members.sort(([left], [right]) => (left < right ? -1 : 1))
  return members.map(([name, text]) => `${name}=${text}`).join('&')
}

function add(members: [string, string][], name: string, value: JsonValue, form: SignedForm): void {
  if (value === null || value === '') return
  if (typeof value === 'string') members.push([name, value])
  else if (isObject(value) || isList(value)) members.push([name, canonicalJson(value, form)])
  else members.push([name, scalarText(value)])
}

/**
 * Tells whether a header could be read in two ways once it is written as one line: only a free text may hold an `&`.
 */
export function isAmbiguous(header: JsonObject): boolean {
  return Object.entries(header).some(
    ([name, value]) =>
      /[&=]/.test(name) ||
      (name !== 'message' && typeof value === 'string' && value.includes('&') && !NOT_SIGNED.has(name)),
  )
}
