import { isList, isObject, type JsonObject, type JsonValue } from './json-value.ts'

/** What one program leaves out of the JSON that it signs. `null` is left out by every rule. */
export interface EmptyRule {
  /** Members that are `""`. */
  readonly text: boolean
  /** Members that are `[]`. */
  readonly lists: boolean
  /** Members that are `{}`. */
  readonly objects: boolean
  /** Members that are `[]` or `{}` only after their own content has been left out. */
  readonly emptied: boolean
  /** Items of lists, by the same rule; without it every item stays. */
  readonly items: boolean
  /** Whether the rule goes through all levels, or looks at the members of the outermost object only. */
  readonly levels: 'every' | 'first'
}

const nullOnly = { text: false, lists: false, objects: false, emptied: false, items: false } as const
const nullAndText = { ...nullOnly, text: true } as const
const withLists = { ...nullAndText, lists: true } as const
const withObjects = { ...withLists, objects: true } as const
const withEmptied = { ...withObjects, emptied: true } as const
const everyLevel = { levels: 'every' } as const
const firstLevel = { levels: 'first' } as const

/**
 * Every rule that public programs are known to have, or that lies between two of them. Zeros and `false` are empty under
 * none: leaving them out would break the amounts.
 */
export const emptyRules = {
  'null and text': { ...nullAndText, ...everyLevel },
  null: { ...nullOnly, ...everyLevel },
  'null, text and lists': { ...withLists, ...everyLevel },
  'null, text, lists and objects': { ...withObjects, ...everyLevel },
  'what becomes empty': { ...withEmptied, ...everyLevel },
  'what becomes empty, and items': { ...withEmptied, items: true, ...everyLevel },
  'first level: null': { ...nullOnly, ...firstLevel },
  'first level: null and text': { ...nullAndText, ...firstLevel },
  'first level: null, text and lists': { ...withLists, ...firstLevel },
  'first level: null, text, lists and objects': { ...withObjects, ...firstLevel },
} as const satisfies Readonly<Record<string, EmptyRule>>

/** The names of the rules by which empty members are left out of what is signed. */
export type EmptyRemoval = keyof typeof emptyRules

/** The names of {@link emptyRules}, the most ordinary first. */
export const emptyRemovals = Object.keys(emptyRules) as readonly EmptyRemoval[]

/** A copy of the value without what a rule takes for empty. The value itself stays, also where it is `{}`. */
export function withoutEmpty(value: JsonValue, removal: EmptyRemoval): JsonValue {
  return reduced(value, emptyRules[removal], true)
}

function reduced(value: JsonValue, rule: EmptyRule, outermost: boolean): JsonValue {
  if (!outermost && rule.levels === 'first') return value
  if (isObject(value)) return reducedObject(value, rule)
  return isList(value) ? reducedList(value, rule) : value
}

function reducedObject(value: JsonObject, rule: EmptyRule): JsonObject {
  const kept: [name: string, member: JsonValue][] = []
  for (const name of Object.keys(value)) {
    const member = value[name] as JsonValue
    const left = reduced(member, rule, false)
    if (!isEmpty(rule.emptied ? left : member, rule)) kept.push([name, left])
  }
  return Object.fromEntries(kept)
}

function reducedList(value: readonly JsonValue[], rule: EmptyRule): readonly JsonValue[] {
  const items = value.map((item) => reduced(item, rule, false))
  return rule.items ? items.filter((item) => !isEmpty(item, rule)) : items
}

function isEmpty(value: JsonValue, { text, lists, objects }: EmptyRule): boolean {
  if (value === null) return true
  if (value === '') return text
  if (isList(value)) return lists && value.length === 0
  return isObject(value) && objects && Object.keys(value).length === 0
}
