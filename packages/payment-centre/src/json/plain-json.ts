import type { Scalars } from '@nationec/crypto/json'
import { wrongOption } from '@nationec/errors'
import { centreOptionError } from '../errors/centre-error.ts'

/**
 * Writes a body as JSON; with scalars as text, every number and truth value (of the first level, where only that is
 * meant) becomes a string.
 *
 * @throws `CENTRE_OPTION_INVALID` for what JSON cannot hold; the engine's own error may quote the body, so it is dropped
 */
export function plainJson(data: unknown, scalars: Scalars): string {
  let text: string | undefined
  try {
    text = JSON.stringify(data, replacers[scalars]())
  } catch {
    // Falls through: a loop or a bigint.
  }
  if (text !== undefined) return text
  throw centreOptionError(wrongOption('data', { en: 'a value that JSON can hold', zh: '可用 JSON 表示的值' }))
}

const replacers: Readonly<Record<Scalars, () => Replacer | undefined>> = {
  'as text': () => (_name, value) => asText(value),
  'as written': () => undefined,
  'first level as text': () => {
    let outermost: unknown
    return function (this: unknown, name, value) {
      if (outermost === undefined && name === '') outermost = value
      return this === outermost ? asText(value) : value
    }
  },
}

type Replacer = (this: unknown, name: string, value: unknown) => unknown

function asText(value: unknown): unknown {
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : value
}
