import type { Scalars } from '@nationec/crypto/json'
import type { BilingualText } from '@nationec/errors'
import { centreOptionError } from '../errors/centre-error.ts'
import { jsonFaultIn } from './json-fault.ts'

/**
 * Writes a body as JSON; with scalars as text, every number and truth value (of the first level, where only that is
 * meant) becomes a string.
 *
 * @throws `CENTRE_OPTION_INVALID` for what JSON cannot hold, naming the member; the engine's own error may quote the body,
 *   so it is dropped
 */
export function plainJson(data: unknown, scalars: Scalars): string {
  requireJson(data, 'data')
  try {
    return JSON.stringify(data, replacers[scalars]())
  } catch {
    throw centreOptionError(asDetail({ path: 'data', en: 'a `toJSON` that fails', zh: '执行失败的 `toJSON`' }))
  }
}

/** @throws `CENTRE_OPTION_INVALID` naming the member */
export function requireJson(value: unknown, name: string): void {
  const fault = jsonFaultIn(value, name)
  if (fault !== undefined) throw centreOptionError(asDetail(fault))
}

function asDetail({ path, en, zh }: BilingualText & { readonly path: string }): BilingualText {
  return { en: `${path} is ${en}, which JSON cannot hold.`, zh: `${path} 是${zh}，无法用 JSON 表示。` }
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
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value
}
