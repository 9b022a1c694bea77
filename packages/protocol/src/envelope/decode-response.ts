import type { Message, ResponseOf } from '../description/message.ts'
import { protocolError } from '../errors/catalogue.ts'
import type { Issue } from '../errors/issue.ts'
import { defaultProfile } from '../profile/default-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { messageSchemas } from '../schema/message-schemas.ts'
import { isAbsent, isJsonObject, type JsonObject, readTolerantly } from '../schema/tolerant-reader.ts'
import { echoIssues } from './echo-issues.ts'
import { cleaned, parseJsonObject, unfold } from './parse-json.ts'
import { setSideFieldsAside } from './set-side-fields-aside.ts'

/** An answer's header and body as they came, before anything is judged. */
export interface Answer {
  /** The return code; 0 is success (clause 2.2.4.2). Text when the sender wrote something that is no number. */
  readonly code: number | string
  /** The sender's text; may repeat personal data of the request. Mask before printing. */
  readonly message: string | undefined
  readonly orgId: string | undefined
  /** The body: an object, parsed from text when it came as text; `undefined` when there is none. */
  readonly data: unknown
  /** The extension under any of its names, parsed when it is JSON text. */
  readonly extData: unknown
  /** Header fields without a description. */
  readonly rest: JsonObject
}

/**
 * Reads the text of an answer: tolerant of every form seen in the field, and silent about none that is broken.
 *
 * `data` may be an object or JSON text, the extension `extData` or `extra`, the code a number or text, a missing value
 * the text `"null"`, keys in lower case. Clause 2.2.4.2.
 *
 * @throws `ANSWER_EMPTY`, `ANSWER_UNREADABLE`, `ANSWER_INVALID` (no code), all with `delivery: 'unknown'`
 */
export function readAnswer(text: string): Answer {
  if (typeof text === 'string' && cleaned(text).trim() === '') throw protocolError('ANSWER_EMPTY')
  const header = parseJsonObject(text, 'OutData', 'ANSWER_UNREADABLE')
  const { code, message, orgId, orgid, data, extData, extdata, extra, ...rest } = header
  const extension = [extData, extdata, extra].find((value) => !isAbsent(value))
  const institution = isAbsent(orgId) ? orgid : orgId
  return {
    code: readCode(code),
    message: isAbsent(message) ? undefined : String(message),
    orgId: isAbsent(institution) ? undefined : String(institution),
    data: unfold(data),
    extData: unfold(extension),
    rest,
  }
}

/**
 * Reads the body of a successful answer as its message describes it.
 *
 * The body is the answer's own object, changed in place: amounts are written with two decimals, numbers are text,
 * absent values are gone; fields without a description stay. A side field that cannot be read, such as an extension that is no
 * object or a partial amount with four decimals, leaves the body, and `unreadFields` names it.
 *
 * @param request the request body, for the fields that an answer must repeat
 * @throws `ANSWER_INVALID` with every bad key, required field and echo, `delivery: 'unknown'`
 */
export function decodeResponse<M extends Message>(
  message: M,
  answer: Answer,
  { profile = defaultProfile, request = {} }: { profile?: Profile; request?: Readonly<Record<string, unknown>> } = {},
): ResponseOf<M> {
  const { shape } = messageSchemas(message, profile).response
  const issues: Issue[] = []
  const body = answer.data === undefined ? {} : answer.data
  if (isJsonObject(body)) {
    const found: Issue[] = []
    readTolerantly(body, shape, ['data'], found)
    issues.push(...setSideFieldsAside(body, shape, 'data.', found))
    issues.push(...echoIssues({ message, request, profile }, body))
  } else
    issues.push({
      path: 'data',
      rule: 'type',
      text: { en: 'must be an object or its JSON text', zh: '须为对象或其 JSON 文本' },
    })
  if (issues.length > 0) throw protocolError('ANSWER_INVALID', { issues })
  return body as ResponseOf<M>
}

function readCode(code: unknown): number | string {
  if (typeof code === 'number') return code
  if (typeof code === 'string' && code.trim() !== '' && !isAbsent(code)) {
    return /^\s*[+-]?\d{1,15}\s*$/.test(code) ? Number(code) : code
  }
  throw protocolError('ANSWER_INVALID', {
    issues: [{ path: 'code', rule: 'required', text: { en: 'the return code is missing', zh: '缺少返回码' } }],
  })
}
