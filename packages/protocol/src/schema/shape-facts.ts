import type { Field, Shape } from '../description/field.ts'
import type { Issue } from '../errors/issue.ts'
import { type Path, pathText } from '../errors/path.ts'
import { MISSING } from './check-text.ts'
import { named } from './named-issue.ts'

/** A shape taken apart for walking through bodies. */
export interface ShapeFacts {
  readonly fields: ReadonlyMap<string, Field>
  readonly required: ReadonlyMap<string, Field>
  /** The name of a field by its own or another spelling in lower case, where no two fields are meant by it. */
  readonly lowerCased: ReadonlyMap<string, string>
  /** The fields that have other spellings. */
  readonly aliased: readonly { readonly name: string; readonly field: Field; readonly aliases: readonly string[] }[]
}

const known = new WeakMap<Shape, ShapeFacts>()

/** Takes a shape apart, once: a list has thousands of items of one shape. */
export function shapeFacts(shape: Shape): ShapeFacts {
  const made = known.get(shape)
  if (made !== undefined) return made
  const members = Object.entries(shape)
  const facts: ShapeFacts = {
    fields: new Map(members),
    lowerCased: lowerCasedNames(members),
    required: new Map(members.filter(([, field]) => field.required)),
    aliased: members.flatMap(([name, field]) => {
      const { aliases = [] } = field
      return aliases.length > 0 ? [{ name, field, aliases }] : []
    }),
  }
  known.set(shape, facts)
  return facts
}

function lowerCasedNames(members: readonly [name: string, field: Field][]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const twice = new Set<string>()
  for (const [name, { aliases = [] }] of members) {
    for (const spelling of [name, ...aliases]) {
      const lower = spelling.toLowerCase()
      if ((names.get(lower) ?? name) !== name) twice.add(lower)
      names.set(lower, name)
    }
  }
  for (const lower of twice) names.delete(lower)
  return names
}

/** Names every required field that a body lacks. */
export function reportMissing(
  body: Readonly<Record<string, unknown>>,
  required: ReadonlyMap<string, Field>,
  path: Path,
  issues: Issue[],
): void {
  for (const [name, field] of required) {
    if (!Object.hasOwn(body, name) || body[name] === undefined) {
      issues.push(named(pathText([...path, name]), field, MISSING))
    }
  }
}
