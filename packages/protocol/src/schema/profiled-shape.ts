import { type Field, type Shape, text } from '../description/field.ts'
import type { FieldDepartures, Profile } from '../profile/profile.ts'

/** The note of a field that a region added. */
const REGIONAL = 'regional'

/** The departures that concern one body, by field path. */
type BodyDepartures = Pick<FieldDepartures, 'lengths' | 'required' | 'timeForms' | 'extraFields'>

/** The fields of a request as a profile has them: other lengths, flags, time forms, and the region's own fields. */
export function profiledRequest(shape: Shape, messageName: string, profile: Profile): Shape {
  const departures = profile.messages[messageName]
  return departures === undefined ? shape : departFrom(shape, departures, '')
}

/** The fields of an answer as a profile has them. Nothing new is demanded of it: what is unknown is kept as it came. */
export function profiledResponse(shape: Shape, messageName: string, profile: Profile): Shape {
  const departures = profile.messages[messageName]
  if (departures === undefined) return shape
  const { lengths, timeForms, requiredInAnswer } = departures
  return departFrom(shape, { lengths, timeForms, required: requiredInAnswer }, '')
}

function departFrom(shape: Shape, departures: BodyDepartures, prefix: string): Shape {
  const fields: Record<string, Field> = {}
  for (const [name, field] of Object.entries(shape)) {
    const path = `${prefix}${name}`
    const length = departures.lengths?.[path]
    const form = departures.timeForms?.[path]
    fields[name] = {
      ...field,
      required: departures.required?.[path] ?? field.required,
      ...(length === undefined ? {} : { length }),
      ...(form === undefined ? {} : { form }),
      ...(field.shape === undefined ? {} : { shape: departFrom(field.shape, departures, `${path}.`) }),
    }
  }
  for (const [path, extra] of Object.entries(departures.extraFields ?? {})) {
    const name = path.slice(prefix.length)
    if (path.startsWith(prefix) && !name.includes('.')) {
      fields[name] = text(extra.title, extra.length, { required: extra.required ?? false, note: REGIONAL })
    }
  }
  return fields
}
