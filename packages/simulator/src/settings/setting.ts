import type { BilingualText } from '@nationec/errors'
import type { Evidence } from '@nationec/protocol'

/** What is known of a setting: the source of its type, its check and its documentation. */
interface SettingFacts extends BilingualText {
  /** How well public material knows the default. */
  readonly evidence: Evidence
  /** Where the default comes from, or why it was chosen. */
  readonly note: string
}

/** A setting with named values. */
export interface Choice<Value extends string = string> extends SettingFacts {
  readonly kind: 'choice'
  readonly default: Value
  readonly choices: readonly Value[]
}

/** A setting that is a whole number. */
export interface WholeNumber extends SettingFacts {
  readonly kind: 'number'
  readonly default: number
  readonly least: number
  readonly most: number
  readonly unit: 'milliseconds' | 'percent' | 'times'
}

export type Setting = Choice | WholeNumber

/** The values of a table of settings. */
export type ValuesOf<Table extends Readonly<Record<string, Setting>>> = {
  -readonly [Name in keyof Table]: Table[Name] extends Choice<infer Value> ? Value : number
}

export function choice<const Value extends string>(
  choices: readonly Value[],
  facts: SettingFacts & { readonly default: NoInfer<Value> },
): Choice<Value> {
  return { kind: 'choice', choices, ...facts }
}

export function wholeNumber(facts: Omit<WholeNumber, 'kind'>): WholeNumber {
  return { kind: 'number', ...facts }
}
