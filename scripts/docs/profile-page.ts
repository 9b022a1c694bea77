import { defaultProfile, type Profile, specProfile } from '@nationec/protocol'
import { GENERATED, page, table } from './markdown.ts'
import { type Language, remark } from './remarks-zh.ts'

const WORDS = {
  en: {
    title: 'Profiles',
    columns: ['setting', 'value', 'evidence', 'why'],
    introduction: `Regional differences are data, not code. \`defaultProfile\` does what most public sources do; \`specProfile\` follows the text
of V1.1.0 where practice departs from it; \`defineProfile\` makes your own from either.`,
  },
  zh: {
    title: '地区配置',
    columns: ['设置', '取值', '依据', '理由'],
    introduction: `地区差异是数据，不是代码。\`defaultProfile\` 采用多数公开来源的做法；实际做法与规范不同之处，\`specProfile\` 遵循 V1.1.0 原文；
\`defineProfile\` 以两者之一为基础定义您自己的配置。`,
  },
} as const

/** The settings of a profile with their defaults and the evidence behind each. */
export function profilePage(language: Language): string {
  const { title, introduction } = WORDS[language]
  return page(
    GENERATED,
    `# ${title}`,
    introduction,
    settingsTable('default', defaultProfile, language),
    settingsTable('spec-v1.1.0', specProfile, language),
  )
}

function settingsTable(title: string, profile: Profile, language: Language): string {
  const rows = Object.entries(profile.evidence).map(([setting, { evidence, note }]) => [
    `\`${setting}\``,
    `\`${settingOf(profile, setting)}\``,
    remark(evidence, language),
    remark(note, language),
  ])
  return [`## ${title}`, table(WORDS[language].columns, rows)].join('\n\n')
}

function settingOf(profile: Profile, setting: string): string {
  let value: unknown = profile
  for (const step of setting.split('.')) value = (value as Record<string, unknown>)[step]
  return typeof value === 'string' ? value : JSON.stringify(value)
}
