import { type EmptyRemoval, emptyRules, withoutEmpty } from './empty-rules.ts'
import type { JsonValue } from './json-value.ts'
import { type Scalars, writeJson } from './write-json.ts'

/** How the JSON of `data` is written before it is signed. */
export interface SignedForm {
  readonly scalars: Scalars
  readonly emptyRemoval: EmptyRemoval
}

/**
 * Writes the JSON that is signed: keys ascending, empty members left out, no blanks, Chinese as it is.
 *
 * A rule that looks at the first level only sorts that level only.
 */
export function canonicalJson(value: JsonValue, { scalars, emptyRemoval }: SignedForm): string {
  const order = emptyRules[emptyRemoval].levels === 'every' ? 'sorted' : 'sorted-top'
  const layout = { order, scalars, numbers: 'as written' } as const
  return writeJson(withoutEmpty(value, emptyRemoval), layout)
}
