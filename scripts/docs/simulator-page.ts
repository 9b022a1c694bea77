import { formatYuan } from '@nationec/protocol'
import { type AmountFault, amountFaults, type Setting, settingsTable, simulatedCodes } from '@nationec/simulator'
import { GENERATED, page, table } from './markdown.ts'
import { type Language, remark } from './remarks-zh.ts'

const WORDS = {
  en: {
    title: 'The simulator',
    settings: 'Settings',
    open: 'What public material does not settle is a setting, with its evidence beside it.',
    columns: ['setting', 'default', 'values', 'meaning', 'evidence', 'why'],
    amounts: 'Test amounts',
    exactly: "A bill with exactly this total in yuan meets a fault. `settings.amountFaults = 'off'` switches them off.",
    strikes: ['total', 'strikes', 'what happens'],
    codes: 'Return codes',
    own: "The simulator's own, in no document: table A.4 is not public. No program may decide anything by them.",
    code: ['code', 'name', '中文', 'English'],
    to: 'to',
  },
  zh: {
    title: '模拟器',
    settings: '设置',
    open: '公开资料没有规定的内容都是设置项，并注明依据。',
    columns: ['设置', '默认值', '取值', '含义', '依据', '理由'],
    amounts: '测试金额',
    exactly: "总金额（元）恰好为下列数值的账单会遇到故障。`settings.amountFaults = 'off'` 可关闭。",
    strikes: ['总金额', '作用于', '发生什么'],
    codes: '返回码',
    own: '模拟器自有的返回码，任何文件中都没有：表 A.4 未公开。程序不得据此作出任何判断。',
    code: ['代码', '名称', '中文', 'English'],
    to: '至',
  },
} as const

/** What the simulator decides where public material does not, and how to make it misbehave. */
export function simulatorPage(language: Language): string {
  const words = WORDS[language]
  const settings = Object.entries<Setting>(settingsTable).map(([name, setting]) => [
    `\`${name}\``,
    `\`${setting.default}\``,
    valuesOf(setting, words.to),
    language === 'zh' ? setting.zh : `${setting.en} ${setting.zh}`,
    remark(setting.evidence, language),
    remark(setting.note, language),
  ])
  const amounts = amountFaults.map((fault) => [formatYuan(fault.total), fault.on, `\`${effectOf(fault)}\``])
  const codes = Object.entries(simulatedCodes).map(([name, { code, en, zh }]) => [String(code), `\`${name}\``, zh, en])
  return page(
    GENERATED,
    `# ${words.title}`,
    `## ${words.settings}`,
    words.open,
    table(words.columns, settings),
    `## ${words.amounts}`,
    words.exactly,
    table(words.strikes, amounts),
    `## ${words.codes}`,
    words.own,
    table(words.code, codes),
  )
}

function valuesOf(setting: Setting, to: string): string {
  if (setting.kind === 'choice') return setting.choices.map((value) => `\`${value}\``).join(', ')
  return `${setting.least} ${to} ${setting.most} ${setting.unit}`
}

function effectOf({ total: _, on: __, ...effect }: AmountFault): string {
  return JSON.stringify('fault' in effect ? effect.fault : effect)
}
