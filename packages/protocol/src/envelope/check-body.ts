import type { Issue } from '../errors/issue.ts'
import type { Message } from '../messages/message.ts'
import type { Profile } from '../profile/profile.ts'
import { messageSchemas } from '../schema/message-schemas.ts'
import type { Shape, ValueOfShape } from '../schema/field.ts'
import { strictIssues } from '../schema/strict-issues.ts'

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
  const { shape, strict } = messageSchemas(message, profile).request
  const result = strict.safeParse(body)
  const issues = result.success ? [] : strictIssues(result.error, shape)
  const counted = unknownFields === 'keep' ? issues.filter(({ rule }) => rule !== 'unknown-field') : issues
  if (counted.length > 0) return counted
  for (const rule of message.rules ?? []) rule(body as ValueOfShape<Shape>, (issue) => counted.push(issue))
  return counted
}

/** Checks an answer body before the simulator or a gateway sends it. */
export function checkResponseBody(message: Message, body: unknown, profile: Profile): Issue[] {
  const { shape, strict } = messageSchemas(message, profile).response
  const result = strict.safeParse(body)
  return result.success ? [] : strictIssues(result.error, shape)
}
