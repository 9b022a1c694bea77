/** Checked by the compiler alone: the interfaces that are written out are what it makes of the field table. */
import type { Message, MessageBodies, messages, UnreadFields, ValueOfShape } from '@nationec/protocol'
import { isTrue } from './equal.ts'

type Made = {
  [Name in keyof typeof messages]: (typeof messages)[Name] extends Message<infer Request, infer Response>
    ? { request: ValueOfShape<Request>; response: ValueOfShape<Response> & UnreadFields }
    : never
}

/** Both ways: with one alone a field could be missing. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

isTrue<Same<Made, MessageBodies>>()
