import type { Shape } from '../description/field.ts'
import type { Issue } from '../errors/issue.ts'
import { type Message, messages } from '../messages/index.ts'
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
    return unknownPaths(departure, message).map((path) => unknown(`messages.${name}.${path}`))
  })
}

function unknownPaths(departure: FieldDepartures, message: Message): string[] {
  const request = pathsOf(message.request, '')
  const response = pathsOf(message.response, '')
  const both = [...request, ...response]
  const { lengths, required, requiredInAnswer, repeatedInAnswer, timeForms, extraFields = {} } = departure
  const parents = Object.keys(extraFields).filter((path) => path.includes('.'))
  return [
    ...missing('lengths', Object.keys(lengths ?? {}), both),
    ...missing('required', Object.keys(required ?? {}), request),
    ...missing('requiredInAnswer', Object.keys(requiredInAnswer ?? {}), response),
    ...missing('repeatedInAnswer', repeatedInAnswer ?? [], message.echoes ?? []),
    ...missing('timeForms', Object.keys(timeForms ?? {}), both),
    // A field of the region's own may stand in a list or an object that exists.
    ...parents
      .filter((path) => !request.includes(path.slice(0, path.lastIndexOf('.'))))
      .map((path) => `extraFields.${path}`),
  ]
}

function missing(setting: string, paths: readonly string[], known: readonly string[]): string[] {
  return paths.filter((path) => !known.includes(path)).map((path) => `${setting}.${path}`)
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
