import { codeTables, returnCodes } from '@nationec/protocol'
import { GENERATED, page, table } from './markdown.ts'
import { type Language, remark } from './remarks-zh.ts'

const WORDS = {
  en: {
    title: 'Code tables',
    introduction: 'Tables are open: a value that is not listed passes as it came. The English is ours.',
    codes: ['code', '中文', 'English', 'evidence', 'remark'],
    returnCodes: 'Return codes',
    notPublic:
      'Table A.4 of the specification (返回值代码表) is not public. Add what your region uses with `createReturnCodes`.',
    returned: ['code', '中文', 'English', 'evidence', 'source'],
  },
  zh: {
    title: '代码表',
    introduction: '代码表是开放的：未列出的取值按原样传递。英文为本项目所译。',
    codes: ['代码', '中文', 'English', '依据', '说明'],
    returnCodes: '返回码',
    notPublic: '规范的表 A.4（返回值代码表）未公开。请用 `createReturnCodes` 登记本地区使用的返回码。',
    returned: ['代码', '中文', 'English', '依据', '来源'],
  },
} as const

/** Every code table. */
export function codeTablesPage(language: Language): string {
  const words = WORDS[language]
  const parts = [...codeTables.values()].map((codes) =>
    [
      `## ${codes.name}`,
      language === 'zh' ? codes.titleZh : `${codes.titleZh}, ${codes.titleEn}`,
      table(
        words.codes,
        codes.entries.map(({ code, zh, en, evidence, note = '' }) => [
          ...[code, zh, en],
          ...[remark(evidence, language), remark(note, language)],
        ]),
      ),
    ].join('\n\n'),
  )
  const known = [...returnCodes].map(({ code, zh, en, evidence = '', source }) => [
    ...[code, zh, en],
    ...[remark(evidence, language), remark(source, language)],
  ])
  return page(
    GENERATED,
    `# ${words.title}`,
    words.introduction,
    ...parts,
    `## ${words.returnCodes}`,
    words.notPublic,
    table(words.returned, known),
  )
}
