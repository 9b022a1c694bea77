import {
  canonicalJson,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  type SignedForm,
  scalarText,
} from '@nationec/crypto/json'

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
 * Writes the text that is signed: every member that is not empty as `name=value`, ascending by name, joined by `&`,
 * with the plaintext `data` among them. The credentials put `&key=` and the secret behind it.
 *
 * Never log what this gives: it holds the body.
 */
export function stringToSign({ header, data }: SignedParts, form: SignedForm): string {
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
