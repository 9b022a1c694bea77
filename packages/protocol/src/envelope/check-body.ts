import type { Shape, ValueOfShape } from '../description/field.ts'
import type { Message } from '../description/message.ts'
import type { Issue } from '../errors/issue.ts'
import type { Profile } from '../profile/profile.ts'
import { messageSchemas } from '../schema/message-schemas.ts'

/**
 * Checks a request body against its message: every field first, then the rules over several fields.
 *
 * Returns every issue at once; an empty list means that the body may be sent. A receiver keeps unknown fields, a sender
 * refuses them: a misspelt name would be lost in silence.
 */
export function checkRequestBody(
  message: Message,
  body: unknown,
  profile: Profile,
  { unknownFields = 'refuse' }: { unknownFields?: 'refuse' | 'keep' } = {},
): Issue[] {
  const found: Issue[] = []
  messageSchemas(message, profile).request.check(body, [], found)
  const issues = unknownFields === 'keep' ? found.filter(({ rule }) => rule !== 'unknown-field') : found
  if (issues.length > 0) return issues
  for (const rule of message.rules ?? []) rule(body as ValueOfShape<Shape>, (issue) => issues.push(issue))
  return issues
}

/** Checks an answer body before the simulator or a gateway sends it. */
export function checkResponseBody(message: Message, body: unknown, profile: Profile): Issue[] {
  const issues: Issue[] = []
  messageSchemas(message, profile).response.check(body, [], issues)
  return issues
}
