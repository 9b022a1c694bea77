import { escapeNonAscii } from '@nationec/errors'
import { LIMITS } from '../description/limits.ts'
import type { Message, RequestOf } from '../description/message.ts'
import { protocolError } from '../errors/catalogue.ts'
import type { Issue } from '../errors/issue.ts'
import { defaultProfile } from '../profile/default-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { characterLength } from '../schema/byte-length.ts'
import type { Extension } from '../text/extension.ts'
import { checkRequestBody } from './check-body.ts'
import { exceeds, overLimit } from './limit.ts'
import { namesOneInstitution } from './names-one-institution.ts'

/** A request before it is written. */
export interface RequestParts<Data = unknown> {
  readonly orgId: string
  readonly transType: string
  readonly data: Data
  readonly extData?: Extension | undefined
}

/**
 * Writes the request of a known message: checks every field, every rule and every length, then makes the JSON text.
 *
 * Strict: an unknown field, a float, a wrong sum, a missing value or another institution than the envelope's is an issue.
 * All issues come at once. A message that travels bare is written without the envelope, and takes no extension. Clause 2.2.4.1.
 *
 * @throws `REQUEST_INVALID` with `issues`, `REQUEST_LIMIT` when the text is too long; both `not-sent`
 *
 * @example
 * ```ts
 * import { ecQuery, encodeRequest } from '@nationec/protocol'
 *
 * const text = encodeRequest(ecQuery, {
 *   orgId: 'H33010200001',
 *   transType: 'ec.query',
 *   data: {
 *     orgId: 'H33010200001',
 *     businessType: '01301',
 *     operatorId: '007',
 *     operatorName: '收费员',
 *     officeId: '03',
 *     officeName: '内科',
 *   },
 * })
 * console.log(text.length)
 * ```
 */
export function encodeRequest<M extends Message>(
  message: M,
  request: RequestParts<RequestOf<M>>,
  profile: Profile = defaultProfile,
): string {
  const issues = [
    ...headerIssues(request),
    ...checkRequestBody(message, request.data, profile).map((issue) => ({ ...issue, path: `data.${issue.path}` })),
    ...(namesOneInstitution(request, profile) ? [] : [OTHER_INSTITUTION]),
  ]
  if (message.bare === true && request.extData !== undefined) issues.push(NO_EXTENSION)
  if (issues.length > 0) throw protocolError('REQUEST_INVALID', { issues })
  return message.bare === true ? writeBare(request.data, profile) : writeEnvelope(request, profile)
}

/**
 * Writes a request that no message describes: only the header and the lengths are checked.
 *
 * @throws `REQUEST_INVALID` for a bad header or a body that is not JSON, `REQUEST_LIMIT` when the text is too long
 */
export function encodeRawRequest(request: RequestParts, profile: Profile = defaultProfile): string {
  const issues = headerIssues(request)
  if (issues.length > 0) throw protocolError('REQUEST_INVALID', { issues })
  return writeEnvelope(request, profile)
}

const OTHER_INSTITUTION: Issue = {
  path: 'data.orgCodg',
  rule: 'value',
  text: {
    en: "must be the orgId of the envelope; for a head office that sends for its branches set orgCodg: 'any' in the profile",
    zh: "须与报文头的 orgId 一致；由总院代分院上送时，请在 profile 中设置 orgCodg: 'any'",
  },
}

function headerIssues({ orgId, transType }: RequestParts): Issue[] {
  return [
    ...headerIssue('orgId', '机构 ID', orgId, LIMITS.orgId),
    ...headerIssue('transType', '交易类型', transType, LIMITS.transType),
  ]
}

function headerIssue(path: string, title: string, value: unknown, length: number): Issue[] {
  if (typeof value === 'string' && value !== '' && characterLength(value) <= length && value.isWellFormed()) return []
  const rule = value === undefined || value === '' ? 'required' : 'length'
  const text = { en: `must be 1 to ${length} characters`, zh: `${title}须为 1 至 ${length} 个字符` }
  return [{ path, rule, text }]
}

const NO_EXTENSION: Issue = {
  path: 'extData',
  rule: 'unknown-field',
  text: { en: 'has no place: this request travels without an envelope', zh: '该请求不带外层报文，无法携带扩展参数' },
}

function writeBare(data: unknown, profile: Profile): string {
  const text = jsonText('data', data, profile)
  if (exceeds(text, LIMITS.whole, profile)) throw tooLong('InData', LIMITS.whole)
  return text
}

function writeEnvelope(request: RequestParts, profile: Profile): string {
  const { orgId, transType, extData } = request
  const data = limited('data', jsonText('data', request.data, profile), profile)
  const body = profile.requestData === 'object' ? data : JSON.stringify(data)
  const header = [orgId, transType].map((value) => jsonText('', value, profile))
  let text = `{"orgId":${header[0]},"transType":${header[1]},"data":${body}`
  if (extData !== undefined) {
    const { extensionKey } = profile
    const extension = limited(extensionKey, jsonText(extensionKey, extData, profile), profile)
    // An extension given as text is the region's own JSON text and stays text.
    const asText = profile.requestData === 'json-text' && typeof extData !== 'string'
    text += `,"${extensionKey}":${asText ? JSON.stringify(extension) : extension}`
  }
  text += '}'
  if (exceeds(text, LIMITS.whole, profile)) throw tooLong('InData', LIMITS.whole)
  return text
}

function jsonText(path: string, value: unknown, { nonAscii }: Profile): string {
  let text: string | undefined
  try {
    text = JSON.stringify(value)
  } catch {
    // The engine's own error may quote a property of the body: ours must not.
  }
  if (text !== undefined) return nonAscii === 'escaped' ? escapeNonAscii(text) : text
  const issue = { en: 'must be a value that JSON can hold', zh: '须为可用 JSON 表示的值' }
  throw protocolError('REQUEST_INVALID', { issues: [{ path, rule: 'type', text: issue }] })
}

function limited(path: string, text: string, profile: Profile): string {
  if (exceeds(text, LIMITS.requestField, profile)) throw tooLong(path, LIMITS.requestField)
  return text
}

function tooLong(path: string, limit: number): Error {
  return protocolError('REQUEST_LIMIT', { issues: [overLimit(path, limit)] })
}
