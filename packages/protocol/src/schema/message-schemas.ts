import type { Shape } from '../description/field.ts'
import type { Message } from '../description/message.ts'
import type { Profile } from '../profile/profile.ts'
import { profiledRequest, profiledResponse } from './profiled-shape.ts'
import { type StrictChecker, strictChecker } from './strict-checker.ts'

/** A body of a message as one profile has it. */
export interface BodySchema {
  readonly shape: Shape
  /** What may be sent. Built on first use: reading an answer never needs it. */
  readonly check: StrictChecker
}

export interface MessageSchemas {
  readonly request: BodySchema
  readonly response: BodySchema
}

const known = new WeakMap<Profile, WeakMap<Message, MessageSchemas>>()

/** The schemas of a message under a profile, made once for each pair. */
export function messageSchemas(message: Message, profile: Profile): MessageSchemas {
  const ofProfile = known.get(profile) ?? new WeakMap<Message, MessageSchemas>()
  known.set(profile, ofProfile)
  const made = ofProfile.get(message)
  if (made !== undefined) return made
  const schemas: MessageSchemas = {
    request: bodySchema(profiledRequest(message.request, message.name, profile), profile),
    response: bodySchema(profiledResponse(message.response, message.name, profile), profile),
  }
  ofProfile.set(message, schemas)
  return schemas
}

function bodySchema(shape: Shape, profile: Profile): BodySchema {
  let check: StrictChecker | undefined
  return {
    shape,
    get check() {
      check ??= strictChecker(shape, profile)
      return check
    },
  }
}
