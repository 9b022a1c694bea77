import {
  decodeRequest,
  type Issue,
  type IssueRule,
  jsonSchema,
  type Message,
  type Profile,
  type RequestOf,
} from '@nationec/protocol'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import type { Input } from './endpoint.ts'

/** An input that a zod schema describes. */
export function zodInput<Schema extends z.ZodType>(schema: Schema): Input<z.output<Schema>> {
  return {
    schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Input<unknown>['schema'],
    read(given) {
      const result = schema.safeParse(given)
      if (result.success) return result.data
      throw agentError('PARAMETER_INVALID', { issues: result.error.issues.map(issueOf) })
    },
  }
}

/** Fields that the agent fills in when they are left out. */
export type Fill = (given: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/**
 * An input that is the body of a message, checked by the very tables that the message is written from.
 *
 * Amounts may come as text or as exact numbers. A field that the message does not have is refused later, by the client,
 * before anything leaves.
 */
export function messageInput<M extends Message>(
  message: M,
  profile: Profile,
  { filled = [], fill = () => ({}) }: { readonly filled?: readonly string[]; readonly fill?: Fill } = {},
): Input<RequestOf<M>> {
  return {
    schema: withNumbers(withoutRequired(jsonSchema(message, 'request', profile), filled)) as Input<unknown>['schema'],
    read(given) {
      const data = { ...given, ...missing(given, fill(given)) }
      return decodeRequest(message, { orgId: '', transType: '', data, extData: undefined }, profile)
    },
  }
}

function missing(
  given: Readonly<Record<string, unknown>>,
  filled: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filled).filter(([name, value]) => value !== undefined && (given[name] ?? '') === ''),
  )
}

function withoutRequired(schema: Input<unknown>['schema'], filled: readonly string[]): Input<unknown>['schema'] {
  const { required, ...rest } = schema
  return { ...rest, required: Array.isArray(required) ? required.filter((name) => !filled.includes(name)) : [] }
}

const NUMBERS_TOO = 'Text; a JSON number of as many decimals is taken too, an amount below 10,000,000,000,000.'

/** The schema of a message is that of the wire, where amounts are text; where JSON comes in, exact numbers are taken too. */
function withNumbers(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNumbers)
  if (typeof schema !== 'object' || schema === null) return schema
  const members = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, withNumbers(value)]))
  const takesNumbers = members['type'] === 'string' && members['x-digits'] !== undefined
  return takesNumbers
    ? { ...members, type: ['string', 'number'], description: described(members['description']) }
    : members
}

function described(note: unknown): string {
  return typeof note === 'string' ? `${note} ${NUMBERS_TOO}` : NUMBERS_TOO
}

/** One zod issue in our words: where and which rule, never the value. */
function issueOf(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'invalid_type':
      return named(path, 'type', `must be ${issue.expected}`, `类型须为 ${issue.expected}`)
    case 'invalid_value': {
      const choices = issue.values.map(String).join(', ')
      return named(path, 'value', `must be one of ${choices}`, `须为 ${choices} 之一`)
    }
    case 'unrecognized_keys':
      return named(path, 'unknown-field', 'has fields that do not exist here', '含有未定义的字段')
    case 'too_small':
      return named(path, 'length', `must be at least ${issue.minimum}`, `不得小于 ${issue.minimum}`)
    case 'too_big':
      return named(path, 'length', `must be at most ${issue.maximum}`, `不得大于 ${issue.maximum}`)
    default:
      return named(path, 'format', 'is not of the form asked for', '格式不符合要求')
  }
}

function named(path: string, rule: IssueRule, en: string, zh: string): Issue {
  return { path: path === '' ? '(body)' : path, rule, text: { en, zh } }
}
