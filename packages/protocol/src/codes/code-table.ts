import type { Evidence } from '../description/evidence.ts'

/** One value of a code table. */
export interface CodeEntry<Code extends string = string> {
  readonly code: Code
  /** The documents' Chinese text. */
  readonly zh: string
  /** Our English for it. */
  readonly en: string
  readonly evidence: Evidence
  readonly note?: string
}

/** The known values of a field. Tables are open: a value that is not listed is not thereby wrong. */
export interface CodeTable<Entry extends CodeEntry = CodeEntry> extends Iterable<Entry> {
  /** The field's name in the documents. */
  readonly name: string
  readonly titleZh: string
  readonly titleEn: string
  readonly entries: readonly Entry[]
  /** The entry of a code, or `undefined` for a value this edition does not know. */
  get(code: string): Entry | undefined
  /** Every entry whose code, Chinese or English text holds `text`; case does not matter. An empty text finds nothing. */
  search(text: string): Entry[]
}

/** The codes of a table as literals. */
export type CodeOf<Table> = Table extends CodeTable<infer Entry> ? Entry['code'] : never

/**
 * Makes a code table out of its entries.
 *
 * The codes become literal types; lookup by code gives the Chinese and the English text.
 *
 * @example
 * ```ts
 * import { codeTable } from '@nationec/protocol'
 *
 * const colours = codeTable('colour', '颜色', 'Colour', [
 *   { code: '1', zh: '红', en: 'red', evidence: 'assumption' },
 * ])
 * console.log(colours.get('1')?.en) // red
 * ```
 */
export function codeTable<const Code extends string>(
  name: string,
  titleZh: string,
  titleEn: string,
  entries: readonly CodeEntry<Code>[],
): CodeTable<CodeEntry<Code>> {
  return tableOf(name, titleZh, titleEn, entries)
}

/** A table whose entries hold more than code and texts. */
export function tableOf<Entry extends CodeEntry>(
  name: string,
  titleZh: string,
  titleEn: string,
  entries: readonly Entry[],
): CodeTable<Entry> {
  const byCode = new Map<string, Entry>(entries.map((entry) => [entry.code, entry]))
  return {
    name,
    titleZh,
    titleEn,
    entries,
    get: (code) => byCode.get(code),
    search: (text) => searchEntries(entries, text),
    [Symbol.iterator]: () => entries[Symbol.iterator](),
  }
}

/** Entries whose code or texts hold `text`, in table order. */
export function searchEntries<Entry extends Pick<CodeEntry, 'code' | 'zh' | 'en'>>(
  entries: readonly Entry[],
  text: string,
): Entry[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return entries.filter(({ code, zh, en }) =>
    [code, zh, en].some((candidate) => candidate.toLowerCase().includes(wanted)),
  )
}
