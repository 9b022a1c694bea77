import type { BilingualText } from '@nationec/errors'
import type { z } from 'zod'

/**
 * How a setting is written in the environment and on the command line; in the file it is JSON.
 * `file-or-json` is a JSON object, or the path of a file that holds one.
 */
export type Writing = 'text' | 'number' | 'switch' | 'list' | 'json' | 'file-or-json'

/** One row of a table of settings: what it is called, what it may be, and how help explains it. */
export interface Setting extends BilingualText {
  readonly name: string
  readonly writing: Writing
  readonly schema: z.ZodType
  /** How help names the value: `path`, `number`. */
  readonly value: string
}

/** The flag of a setting: `orgId` is `--org-id`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** The environment variable of a setting: `orgId` is `NATIONEC_ORG_ID`. */
export function variableOf(name: string): string {
  return `NATIONEC_${flagOf(name).slice(2).replaceAll('-', '_').toUpperCase()}`
}

/** The only values of a setting, where it has so few. */
export function choicesOf({ schema }: Setting): readonly string[] | undefined {
  return 'options' in schema && Array.isArray(schema.options) && schema.options.every((one) => typeof one === 'string')
    ? schema.options
    : undefined
}
