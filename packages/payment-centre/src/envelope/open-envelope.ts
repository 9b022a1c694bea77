import {
  canonicalJson,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  readJson,
  scalarText,
} from '@nationec/crypto/json'
import type { CentreCredentials } from '../credentials/centre-credentials.ts'
import { type CentreError, centreError } from '../errors/centre-error.ts'
import type { EnvelopeKeys } from './seal-envelope.ts'
import { signatureTextFault } from './signature-text.ts'
import { COMPARED_FORM, signedFormsToRead } from './signed-forms.ts'
import { isAmbiguous, joinSigned } from './string-to-sign.ts'
import { readTimestamp } from './timestamp.ts'

/** An envelope whose signature is right. */
export interface OpenedEnvelope {
  /** The envelope's own members as text (`code`, `message`, `success`, `timestamp`, …); empty ones are missing. */
  readonly header: Readonly<Record<string, string>>
  /** The body's JSON text and its one canonical form. Both may hold personal data: never log them. */
  readonly body: { readonly text: string; readonly canonical: string } | undefined
  /** When the sender wrote it, in milliseconds since 1970; `undefined` when it says nothing readable. */
  readonly moment: number | undefined
}

/**
 * Reads an envelope and believes nothing in it before its signature is found right.
 *
 * Shells of a relay are taken off, both cases of hexadecimal digits and all three forms of the time are read, and the
 * signature is tried against every form that the profile allows.
 *
 * @throws `CENTRE_ENVELOPE_UNREADABLE`, `CENTRE_ENVELOPE_UNSIGNED` (no `signData`), `CENTRE_ENVELOPE_NOT_GENUINE` (another
 *   application, not decryptable, or a wrong signature), `CENTRE_KEY_FAILED`; all with `delivery: 'unknown'`
 */
export async function openEnvelope(text: string, { credentials, profile }: EnvelopeKeys): Promise<OpenedEnvelope> {
  const envelope = unwrap(readJson(text), profile.unwrapLevels)
  if (envelope === undefined) throw unreadable(text)
  const { signData } = envelope
  if (typeof signData !== 'string' || signData === '') throw unsigned(envelope)
  const fault = signatureTextFault(signData)
  if (fault !== undefined) throw notGenuine(fault.en, fault.zh)
  const { appId } = envelope
  if (appId !== undefined && appId !== null && appId !== '' && appId !== credentials.appId) {
    throw notGenuine('It is for another appId.', '报文属于其他 appId。')
  }
  if (isAmbiguous(envelope)) throw notGenuine('Its members cannot be told apart.', '报文成员存在歧义。')
  const plaintext = await decrypted(envelope, credentials)
  const data = plaintext === undefined ? undefined : readJson(plaintext)
  if (plaintext !== undefined && !isObject(data))
    throw notGenuine('encData holds no JSON object.', 'encData 不是 JSON 对象。')

  const tried = new Set<string>()
  for (const form of signedFormsToRead(profile, data !== undefined)) {
    const canonical = data === undefined ? undefined : canonicalJson(data, form)
    const signed = joinSigned({ header: envelope, data: canonical }, form)
    if (tried.has(signed)) continue // without numbers and empty members all forms are the same
    tried.add(signed)
    if (!(await credentials.verify(signed, signData))) continue
    const moment = headerText(envelope['timestamp'])
    return {
      header: headerTexts(envelope),
      body:
        plaintext === undefined || data === undefined
          ? undefined
          : { text: plaintext, canonical: canonicalJson(data, COMPARED_FORM) },
      moment: moment === undefined ? undefined : readTimestamp(moment),
    }
  }
  throw notGenuine('The signature is wrong.', '验签失败。')
}

/** The members under which relays put what they pass on. */
const SHELLS = ['data', 'output', 'body'] as const

/**
 * Takes the shells of a relay off: the envelope is the outermost object with a `signData`.
 *
 * Nothing is believed that a shell says itself. Without any signature the outermost object is given back.
 */
function unwrap(value: JsonValue | undefined, levels: number): JsonObject | undefined {
  if (!isObject(value)) return undefined
  return signedWithin(value, levels) ?? value
}

function signedWithin(value: JsonObject, levels: number): JsonObject | undefined {
  if ('signData' in value) return value
  if (levels === 0) return undefined
  for (const name of SHELLS) {
    const inner = value[name]
    const candidate = typeof inner === 'string' ? readJson(inner) : inner
    const found = isObject(candidate) ? signedWithin(candidate, levels - 1) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** One member of an envelope as text; `undefined` when it is absent, empty, or no scalar. */
function headerText(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  return isObject(value) || isList(value) ? undefined : scalarText(value)
}

/** Every scalar member of an envelope as text, without the two that only carry bytes. */
function headerTexts(envelope: JsonObject): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(envelope)) {
    const text = headerText(value)
    if (text !== undefined && name !== 'signData' && name !== 'encData' && name !== '__proto__') texts[name] = text
  }
  return texts
}

/** Decrypting comes before verifying, because the signature covers the plaintext. */
async function decrypted({ encData }: JsonObject, { cipher }: CentreCredentials): Promise<string | undefined> {
  if (encData === undefined || encData === null || encData === '') return undefined
  const plaintext = typeof encData === 'string' ? await cipher.decrypt(encData) : undefined
  if (plaintext === undefined) throw notGenuine('encData cannot be decrypted.', 'encData 无法解密。')
  return plaintext
}

function unreadable(text: string): CentreError {
  return centreError(
    'CENTRE_ENVELOPE_UNREADABLE',
    `${text.length} characters, no JSON object.`,
    `共 ${text.length} 个字符，不是 JSON 对象。`,
  )
}

/** A bare number helps to find out which gateway answered; a text could hold anything. */
function unsigned({ code }: JsonObject): CentreError {
  const claimed = headerText(code)
  if (claimed === undefined || !/^-?\d{1,8}$/.test(claimed)) return centreError('CENTRE_ENVELOPE_UNSIGNED')
  return centreError('CENTRE_ENVELOPE_UNSIGNED', `It claims code ${claimed}.`, `其自称返回码为 ${claimed}。`)
}

function notGenuine(en: string, zh: string): CentreError {
  return centreError('CENTRE_ENVELOPE_NOT_GENUINE', en, zh)
}
