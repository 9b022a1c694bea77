import { didYouMean } from '@nationec/errors'
import { codeTables, returnCodes } from '@nationec/protocol'
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { table } from '../../output/table.ts'

export interface CodesFlags {
  readonly table?: string
  readonly json?: boolean
}

interface Found {
  readonly table: string
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly evidence: string
  readonly note?: string
}

/** The return codes of the envelope, under the name that messages use. */
const RETURN_CODES = 'code'

/** What `--table` takes. */
export const tableNames = (): string[] => [...codeTables.keys(), RETURN_CODES]

/** `nationec codes`: searches every code table by code, Chinese or English; without a text it lists the tables. */
export async function codesCommand(text: string | undefined, { table: only, json = false }: CodesFlags): Promise<void> {
  if (only !== undefined && !tableNames().includes(only)) {
    const meant = didYouMean(only, tableNames())
    const names = tableNames().join(', ')
    throw cliError('INPUT_INVALID', {
      details: [{ en: `--table: one of ${names}${meant.en}.`, zh: `--table 须为 ${names} 之一${meant.zh}。` }],
    })
  }
  if (text === undefined && only === undefined) return listTables(json)
  const entries = search(text, only)
  printResult({ entries }, json, () => {
    if (entries.length === 0) return say('nothing found 未找到')
    const columns = ['table 代码表', 'code 代码', '中文', 'English', 'evidence 依据'].map((title) => ({ title }))
    say(
      table(
        columns,
        entries.map(({ table: name, code, zh, en, evidence }) => [name, code, zh, en, evidence]),
      ),
    )
  })
}

function search(text: string | undefined, only: string | undefined): Found[] {
  const tables = [...codeTables.values()].filter(({ name }) => only === undefined || name === only)
  const inTables = tables.flatMap((codes) =>
    (text === undefined ? codes.entries : codes.search(text)).map(({ code, zh, en, evidence, note }) => ({
      ...{ table: codes.name, code, zh, en, evidence },
      ...(note === undefined ? {} : { note }),
    })),
  )
  if (only !== undefined && only !== RETURN_CODES) return inTables
  const returned = text === undefined ? [...returnCodes] : returnCodes.search(text)
  const inReturns = returned.map(({ code, zh, en, evidence = 'assumption', source }) => ({
    ...{ table: RETURN_CODES, code, zh, en, evidence, note: source },
  }))
  return [...inTables, ...inReturns]
}

function listTables(json: boolean): void {
  const tables = [...codeTables.values()].map(({ name, titleZh, titleEn, entries }) => ({
    ...{ name, zh: titleZh, en: titleEn, entries: entries.length },
  }))
  const all = [...tables, { name: RETURN_CODES, zh: '返回码', en: 'Return codes', entries: [...returnCodes].length }]
  printResult({ tables: all }, json, () => {
    const columns = [
      { title: 'table 代码表' },
      { title: '中文' },
      { title: 'English' },
      { title: 'entries 条目', align: 'right' as const },
    ]
    say(
      table(
        columns,
        all.map(({ name, zh, en, entries }) => [name, zh, en, String(entries)]),
      ),
    )
  })
}
