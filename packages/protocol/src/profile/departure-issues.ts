import type { Issue } from '../errors/issue.ts'
import { type Message, messages } from '../messages/index.ts'
import type { Shape } from '../schema/field.ts'
import type { FieldDepartures } from './profile.ts'

/**
 * Finds departures that depart from nothing: a misspelt message or field would otherwise be passed over in silence.
 *
 * A message of the user's own needs no departure; it is defined as the region has it.
 */
export function departureIssues(departures: Readonly<Record<string, FieldDepartures>>): Issue[] {
  return Object.entries(departures).flatMap(([name, departure]) => {
    const message = (messages as Readonly<Record<string, Message>>)[name]
    if (message === undefined || !Object.hasOwn(messages, name)) return [unknown(`messages.${name}`)]
    const paths = [message.request, message.response].flatMap((shape) => pathsOf(shape, ''))
    return unknownPaths(departure, new Set(paths)).map((path) => unknown(`messages.${name}.${path}`))
  })
}

function unknownPaths(departure: FieldDepartures, known: ReadonlySet<string>): string[] {
  const { lengths, required, timeForms, extraFields = {} } = departure
  const changed = Object.entries({ lengths, required, timeForms }).flatMap(([setting, changes = {}]) =>
    Object.keys(changes).map((path) => ({ setting, path })),
  )
  return [
    ...changed.filter(({ path }) => !known.has(path)).map(({ setting, path }) => `${setting}.${path}`),
    // A field of the region's own may stand in a list or an object that exists.
    ...Object.keys(extraFields)
      .filter((path) => path.includes('.') && !known.has(path.slice(0, path.lastIndexOf('.'))))
      .map((path) => `extraFields.${path}`),
  ]
}

function pathsOf(shape: Shape, prefix: string): string[] {
  return Object.entries(shape).flatMap(([name, field]) => [
    `${prefix}${name}`,
    ...(field.shape === undefined ? [] : pathsOf(field.shape, `${prefix}${name}.`)),
  ])
}

function unknown(path: string): Issue {
  return { path, rule: 'unknown-field', text: { en: 'names nothing that exists', zh: '所指的接口或字段不存在' } }
}
