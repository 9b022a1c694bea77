import { defaultProfile, type Profile, specProfile } from '@nationec/protocol'
import { GENERATED, page, table } from './markdown.ts'

/** The settings of a profile with their defaults and the evidence behind each. */
export function profilePage(): string {
  return page(
    GENERATED,
    '# Profiles',
    INTRODUCTION,
    settingsTable('default', defaultProfile),
    settingsTable('spec-v1.1.0', specProfile),
  )
}

const INTRODUCTION = `Regional differences are data, not code. \`defaultProfile\` does what most public sources do; \`specProfile\` follows the text
of V1.1.0 where practice departs from it; \`defineProfile\` makes your own from either.`

function settingsTable(title: string, profile: Profile): string {
  const rows = Object.entries(profile.evidence).map(([setting, { evidence, note }]) => [
    `\`${setting}\``,
    `\`${settingOf(profile, setting)}\``,
    evidence,
    note,
  ])
  return [`## ${title}`, table(['setting', 'value', 'evidence', 'why'], rows)].join('\n\n')
}

function settingOf(profile: Profile, setting: string): string {
  let value: unknown = profile
  for (const step of setting.split('.')) value = (value as Record<string, unknown>)[step]
  return typeof value === 'string' ? value : JSON.stringify(value)
}
