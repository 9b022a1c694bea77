import type { ResponseOf } from '../description/message.ts'
import { protocolError } from '../errors/catalogue.ts'
import type { Issue } from '../errors/issue.ts'
import { settlementPush } from '../messages/index.ts'
import { defaultProfile } from '../profile/default-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { messageSchemas } from '../schema/message-schemas.ts'
import { readTolerantly } from '../schema/tolerant-reader.ts'
import { parseJsonObject } from './parse-json.ts'
import { setSideFieldsAside } from './set-side-fields-aside.ts'

/**
 * Reads the body of a payment push (clause 4.3), tolerant of both generations. A side field that cannot be read leaves the
 * body, and `unreadFields` names it.
 *
 * @throws `PUSH_INVALID` with every bad key and required field
 */
export function decodePushBody(text: string, profile: Profile = defaultProfile): ResponseOf<typeof settlementPush> {
  const body = parseJsonObject(text, 'push', 'PUSH_INVALID')
  const issues: Issue[] = []
  const { shape } = messageSchemas(settlementPush, profile).response
  readTolerantly(body, shape, [], issues)
  const grave = setSideFieldsAside(body, shape, '', issues)
  if (grave.length > 0) throw protocolError('PUSH_INVALID', { issues: grave })
  return body as unknown as ResponseOf<typeof settlementPush>
}
