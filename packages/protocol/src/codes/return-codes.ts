import type { BilingualText } from '@nationec/errors'
import type { Evidence } from '../description/evidence.ts'
import { protocolError } from '../errors/catalogue.ts'
import { searchEntries } from './code-table.ts'

/** What an envelope's `code` means, and who says so. */
export interface ReturnCode {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Where the meaning comes from: a document, a region, a hospital's own notes. */
  readonly source: string
  /** Absent for entries that users add. */
  readonly evidence?: Evidence
}

/** A return code to add; without English text the Chinese stands for both. */
export interface ReturnCodeInput {
  readonly code: number | string
  readonly zh: string
  readonly en?: string | undefined
  readonly source: string
}

/** The return codes that are known; lookup takes the number or its text. */
export interface ReturnCodes extends Iterable<ReturnCode> {
  get(code: number | string): ReturnCode | undefined
  search(text: string): ReturnCode[]
  /** A registry with these entries added; this one stays as it is. Throws `CODE_ENTRY_INVALID`, see {@link createReturnCodes}. */
  extend(entries: Iterable<ReturnCodeInput>): ReturnCodes
}

/** Return codes to which entries can be added in place. */
export interface ReturnCodeRegistry extends ReturnCodes {
  /** Adds an entry. Throws `CODE_ENTRY_INVALID` for a code that is taken, and for a missing code, text or source. */
  add(entry: ReturnCodeInput): void
}

/**
 * All that is public. Table A.4 (返回值代码表), to which the specification refers, is not: what a region hands out is for its
 * users to add.
 */
const published: readonly ReturnCode[] = [
  { code: '0', zh: '成功', en: 'success', source: 'clause 2.2.4.2', evidence: 'confirmed' },
  {
    code: '-1',
    zh: '调用程序本地异常（由封装程序产生，并非中心返回）',
    en: 'local exception in the calling wrapper; not from the centre',
    source: 'one public caller',
    evidence: 'single source',
  },
  {
    code: '-2',
    zh: '含义未公开',
    en: 'meaning not published',
    source: 'one public caller, which shows no error for it',
    evidence: 'single source',
  },
]

/** The public return codes; cannot be changed, only extended into a new registry. */
export const returnCodes: ReturnCodes = readOnly(published)

/**
 * Makes a registry of return codes of your own, starting from what is public (or from another registry).
 *
 * Open: an unknown code is `undefined`, not an error. Table A.4 is not public, so a fresh registry knows little more than
 * `0`. Adding throws `CODE_ENTRY_INVALID` for a code that is taken, and for a missing code, Chinese text or source.
 *
 * @example
 * ```ts
 * import { createReturnCodes } from '@nationec/protocol'
 *
 * const codes = createReturnCodes()
 * codes.add({ code: 9001, zh: '示例说明', en: 'an example', source: 'our own notes' })
 * console.log(codes.get('9001')?.en) // an example
 * ```
 */
export function createReturnCodes(base: Iterable<ReturnCode> = published): ReturnCodeRegistry {
  const entries = new Map<string, ReturnCode>()
  for (const entry of base) entries.set(entry.code, entry)
  return {
    get: (code) => entries.get(String(code).trim()),
    search: (text) => searchEntries([...entries.values()], text),
    extend: (added) => extended([...entries.values()], added),
    add: (input) => {
      const entry = checked(input)
      if (entries.has(entry.code)) throw refused('code', 'is already in the registry', '已登记')
      entries.set(entry.code, entry)
    },
    [Symbol.iterator]: () => entries.values(),
  }
}

function extended(base: Iterable<ReturnCode>, added: Iterable<ReturnCodeInput>): ReturnCodes {
  const registry = createReturnCodes(base)
  for (const entry of added) registry.add(entry)
  return readOnly([...registry])
}

function readOnly(entries: readonly ReturnCode[]): ReturnCodes {
  const { get, search, extend, [Symbol.iterator]: iterate } = createReturnCodes(entries)
  return Object.freeze({ get, search, extend, [Symbol.iterator]: iterate })
}

function checked(input: ReturnCodeInput): ReturnCode {
  const { code, zh, source } = input
  const written = typeof code === 'number' ? (Number.isSafeInteger(code) ? String(code) : '') : textOf(code)
  if (written === '') throw refused('code', 'must be a whole number or a text', '须为整数或非空文本')
  if (textOf(zh) === '') throw refused('zh', 'must be given', '必填')
  if (textOf(source) === '')
    throw refused('source', 'must be given: say where the meaning comes from', '必填：请注明出处')
  return { code: written, zh: textOf(zh), en: textOf(input.en) || textOf(zh), source: textOf(source) }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function refused(field: string, en: string, zh: string): Error {
  const detail: BilingualText = { en: `${field} ${en}.`, zh: `${field} ${zh}。` }
  return protocolError('CODE_ENTRY_INVALID', { details: [detail] })
}
