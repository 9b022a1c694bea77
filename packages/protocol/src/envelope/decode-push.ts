import type { ResponseOf } from '../description/message.ts'
import { protocolError } from '../errors/catalogue.ts'
import type { Issue } from '../errors/issue.ts'
import { settlementPush } from '../messages/index.ts'
import { defaultProfile } from '../profile/default-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { messageSchemas } from '../schema/message-schemas.ts'
import { readTolerantly } from '../schema/tolerant-reader.ts'
import { parseJsonObject } from './parse-json.ts'

/**
 * Reads the body of a payment push (clause 4.3), tolerant of both generations.
 *
 * @throws `PUSH_INVALID` with every bad field
 */
export function decodePushBody(text: string, profile: Profile = defaultProfile): ResponseOf<typeof settlementPush> {
  const body = parseJsonObject(text, 'push', 'PUSH_INVALID')
  const issues: Issue[] = []
  readTolerantly(body, messageSchemas(settlementPush, profile).response.shape, [], issues)
  if (issues.length > 0) throw protocolError('PUSH_INVALID', { issues })
  return body as ResponseOf<typeof settlementPush>
}
