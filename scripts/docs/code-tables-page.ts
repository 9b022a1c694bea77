import { codeTables, returnCodes } from '@nationec/protocol'
import { GENERATED, page, table } from './markdown.ts'

/** Every code table. */
export function codeTablesPage(): string {
  const parts = [...codeTables.values()].map((codes) =>
    [
      `## ${codes.name}`,
      `${codes.titleZh}, ${codes.titleEn}`,
      table(
        ['code', '中文', 'English', 'evidence', 'remark'],
        codes.entries.map(({ code, zh, en, evidence, note = '' }) => [code, zh, en, evidence, note]),
      ),
    ].join('\n\n'),
  )
  const known = [...returnCodes].map(({ code, zh, en, evidence = '', source }) => [code, zh, en, evidence, source])
  return page(
    GENERATED,
    '# Code tables',
    'Tables are open: a value that is not listed passes as it came. The English is ours.',
    ...parts,
    '## Return codes',
    'Table A.4 of the specification (返回值代码表) is not public. Add what your region uses with `createReturnCodes`.',
    table(['code', '中文', 'English', 'evidence', 'source'], known),
  )
}
