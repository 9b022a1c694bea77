import type { Yuan } from '../money/yuan.ts'
import type { Extension } from '../text/extension.ts'
import type { TimeForm } from '../time/wire-time.ts'
import type { Evidence } from './evidence.ts'

/** What a field holds on the wire; every scalar travels as JSON text (numbers in strings sign the same everywhere). */
export type FieldKind = 'text' | 'code' | 'money' | 'decimal' | 'integer' | 'time' | 'json' | 'object' | 'list'

/** Why a field must never reach a log: it names a person, identifies one, opens something, or tells of health. */
export type Sensitivity = 'name' | 'number' | 'token' | 'health'

/** What the documents say of a field. */
export interface FieldFacts<Required extends boolean = boolean> {
  /** Must be given and not empty. Default `false`. */
  readonly required?: Required
  /** How well name, length and flag are known together; the weakest counts. Default `single source`. */
  readonly evidence?: Evidence
  /** Default: not sensitive. Sensitive values are masked wherever they could be printed. */
  readonly sensitive?: Sensitivity
  /** Other spellings that decoders accept (`ownpayAmt` for `ownPayAmt`). */
  readonly aliases?: readonly string[]
  /** Name of the code table in `codes/` whose known values this field takes; unknown values pass. */
  readonly table?: string
  /** A remark for the documentation page. */
  readonly note?: string
}

/** One field of a message: data that types, validation, JSON Schema and documentation are all made from. */
export interface Field<Value = unknown, Required extends boolean = boolean> extends FieldFacts {
  readonly kind: FieldKind
  /** The documents' Chinese name. */
  readonly title: string
  readonly required: Required
  readonly evidence: Evidence
  /** Greatest length in characters (`text`, `code`, `json`). */
  readonly length?: number
  /** Digits in all and behind the point (`money`, `decimal`, `integer`), as in N16.2. */
  readonly digits?: readonly [total: number, scale: number]
  /** The written form (`time`). A profile may choose another. */
  readonly form?: TimeForm
  /** Members (`object`) or members of each item (`list`). */
  readonly shape?: Shape
  /** Exists for the type checker only: no field ever holds it. */
  readonly '~value'?: Value
}

/** The fields of an object, by their names in the documents. */
export type Shape = { readonly [name: string]: Field }

type ValueOf<F> = F extends Field<infer Value, boolean> ? Value : never
type RequiredNames<S extends Shape> = { [Name in keyof S]: S[Name]['required'] extends true ? Name : never }[keyof S]
type Expand<T> = { [K in keyof T]: T[K] }

/** The TypeScript type of a shape: required fields are required, the others may be left out. */
export type ValueOfShape<S extends Shape> = Expand<
  { [Name in RequiredNames<S>]: ValueOf<S[Name]> } & {
    [Name in Exclude<keyof S, RequiredNames<S>>]?: ValueOf<S[Name]> | undefined
  }
>

/** A known literal or any other string: code tables are open, regions add values of their own. */
export type Open<Known extends string> = Known | (string & Record<never, never>)

function field<Value, Required extends boolean>(
  kind: FieldKind,
  title: string,
  facts: FieldFacts<Required>,
  own: Partial<Field> = {},
): Field<Value, Required> {
  const described = { evidence: 'single source', ...facts, ...own, kind, title, required: facts.required ?? false }
  return described as Field<Value, Required>
}

/** Characters, at most `length` of them. */
export function text<const Required extends boolean = false>(
  title: string,
  length: number,
  facts: FieldFacts<Required> = {},
): Field<string, Required> {
  return field('text', title, facts, { length })
}

/** A value of a code table; unknown values pass. Name the known literals as the first type argument. */
export function code<Known extends string = string>(
  title: string,
  length: number,
  facts: FieldFacts<false> = {},
): Field<Open<Known>, false> {
  return field('code', title, facts, { length })
}

/** A value of a code table that must be given. */
export function requiredCode<Known extends string = string>(
  title: string,
  length: number,
  facts: Omit<FieldFacts, 'required'> = {},
): Field<Open<Known>, true> {
  return field('code', title, { ...facts, required: true }, { length })
}

/** An amount in yuan with two decimals, N16.2 (clause 2.2.2). */
export function money<const Required extends boolean = false>(
  title: string,
  facts: FieldFacts<Required> = {},
): Field<Yuan, Required> {
  return field('money', title, facts, { digits: [16, 2] })
}

/** A decimal number written as text, for example N16.4 as `[16, 4]`. */
export function decimal<const Required extends boolean = false>(
  title: string,
  digits: readonly [total: number, scale: number],
  facts: FieldFacts<Required> = {},
): Field<string, Required> {
  return field('decimal', title, facts, { digits })
}

/** A whole number written as text, of at most `total` digits. */
export function integer<const Required extends boolean = false>(
  title: string,
  total: number,
  facts: FieldFacts<Required> = {},
): Field<string, Required> {
  return field('integer', title, facts, { digits: [total, 0] })
}

/** A point in time, a day or a time of day, in the documents' written form. */
export function time<const Required extends boolean = false>(
  title: string,
  form: TimeForm,
  facts: FieldFacts<Required> = {},
): Field<string, Required> {
  return field('time', title, facts, { form })
}

/** An extension object, or its JSON text; at most `length` characters as text. */
export function json<const Required extends boolean = false>(
  title: string,
  length: number,
  facts: FieldFacts<Required> = {},
): Field<Extension, Required> {
  return field('json', title, facts, { length })
}

/** An object with fields of its own. */
export function object<const S extends Shape, const Required extends boolean = false>(
  title: string,
  shape: S,
  facts: FieldFacts<Required> = {},
): Field<ValueOfShape<S>, Required> {
  return field('object', title, facts, { shape })
}

/** A list of objects; a required one must hold at least one item. */
export function list<const S extends Shape, const Required extends boolean = false>(
  title: string,
  shape: S,
  facts: FieldFacts<Required> = {},
): Field<ValueOfShape<S>[], Required> {
  return field('list', title, facts, { shape })
}
