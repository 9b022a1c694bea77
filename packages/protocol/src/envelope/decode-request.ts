import type { Message, RequestOf } from '../description/message.ts'
import { protocolError } from '../errors/catalogue.ts'
import type { Issue } from '../errors/issue.ts'
import { defaultProfile } from '../profile/default-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { messageSchemas } from '../schema/message-schemas.ts'
import { isAbsent, isJsonObject, type JsonObject, readTolerantly } from '../schema/tolerant-reader.ts'
import { checkRequestBody } from './check-body.ts'
import { parseJsonObject, unfold } from './parse-json.ts'

/** A request as a terminal sees it: the header, and the body not yet read. */
export interface ReceivedRequest {
  readonly orgId: string
  readonly transType: string
  /** The body as an object, parsed when it is JSON text, or what came when it is none. */
  readonly data: unknown
  /** The extension under any of its names, parsed when it is JSON text. */
  readonly extData: unknown
}

/**
 * Reads a request's header: the terminal's side of the envelope, for simulators, gateways and tests.
 *
 * @throws `REQUEST_INVALID` when the text is no envelope
 */
export function readRequest(text: string): ReceivedRequest {
  const { orgId, transType, data, extData, extra } = parseJsonObject(text, 'InData', 'REQUEST_INVALID')
  const issues: Issue[] = []
  for (const [path, value] of Object.entries({ orgId, transType })) {
    if (isAbsent(value)) issues.push({ path, rule: 'required', text: { en: 'must be given', zh: '必填' } })
    else if (typeof value === 'object')
      issues.push({ path, rule: 'type', text: { en: 'must be text', zh: '须为文本' } })
  }
  if (issues.length > 0) throw protocolError('REQUEST_INVALID', { issues })
  return {
    orgId: String(orgId),
    transType: String(transType),
    data: unfold(data),
    extData: unfold(isAbsent(extData) ? extra : extData),
  }
}

/**
 * Reads and checks the body of a request as its message describes it.
 *
 * Tolerant of the forms (numbers, JSON text, other spellings), strict in the rules: what passes here is what
 * {@link encodeRequest} would have sent. Fields without a description are kept. The body is changed in place.
 *
 * @throws `REQUEST_INVALID` with every bad field
 */
export function decodeRequest<M extends Message>(
  message: M,
  request: ReceivedRequest,
  profile: Profile = defaultProfile,
): RequestOf<M> {
  const { data } = request
  const issues: Issue[] = isJsonObject(data) ? readBody(message, data, profile) : [NO_BODY]
  if (issues.length === 0) return data as RequestOf<M>
  throw protocolError('REQUEST_INVALID', { issues: issues.map((issue) => ({ ...issue, path: underData(issue.path) })) })
}

/**
 * Makes a request body out of plain JSON, for example a bill from a file or a database: amounts that are text become
 * `Yuan`, numbers become text, and everything is checked. The value given is not changed.
 *
 * @throws `REQUEST_INVALID` with every bad field
 *
 * @example
 * ```ts
 * import { parseRequestBody, refundOrder } from '@nationec/protocol'
 *
 * const refund = parseRequestBody(refundOrder, {
 *   payOrdId: 'ORD330100202611231015000000001',
 *   appRefdSn: '20261123101500A1B2C3H33010200001',
 *   appRefdTime: '20261123101500',
 *   totlRefdAmt: '5.5',
 *   cashRefdAmt: '5.5',
 *   refdType: 'CASH',
 *   ecToken: 'example',
 * })
 * console.log(refund.totlRefdAmt) // 5.50
 * ```
 */
export function parseRequestBody<M extends Message>(
  message: M,
  body: Readonly<Record<string, unknown>>,
  profile: Profile = defaultProfile,
): RequestOf<M> {
  const copy = plainCopy(body)
  const issues = isJsonObject(copy) ? readBody(message, copy, profile) : [NO_BODY]
  if (issues.length > 0) throw protocolError('REQUEST_INVALID', { issues })
  return copy as RequestOf<M>
}

/** A row of a database may hold what cannot be copied; the engine's own error would quote it. */
function plainCopy(body: unknown): unknown {
  try {
    return structuredClone(body)
  } catch {
    return undefined
  }
}

function readBody(message: Message, body: JsonObject, profile: Profile): Issue[] {
  const issues: Issue[] = []
  readTolerantly(body, messageSchemas(message, profile).request.shape, [], issues)
  return issues.length > 0 ? issues : checkRequestBody(message, body, profile, { unknownFields: 'keep' })
}

const NO_BODY: Issue = {
  path: '',
  rule: 'type',
  text: { en: 'must be an object or its JSON text', zh: '须为对象或其 JSON 文本' },
}

function underData(path: string): string {
  return path === '' ? 'data' : `data.${path}`
}
