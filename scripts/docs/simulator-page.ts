import { formatYuan } from '@nationec/protocol'
import { type AmountFault, amountFaults, type Setting, settingsTable, simulatedCodes } from '@nationec/simulator'
import { GENERATED, page, table } from './markdown.ts'

/** What the simulator decides where public material does not, and how to make it misbehave. */
export function simulatorPage(): string {
  const settings = Object.entries<Setting>(settingsTable).map(([name, setting]) => [
    `\`${name}\``,
    `\`${setting.default}\``,
    valuesOf(setting),
    `${setting.en} ${setting.zh}`,
    setting.evidence,
    setting.note,
  ])
  const amounts = amountFaults.map((fault) => [formatYuan(fault.total), fault.on, `\`${effectOf(fault)}\``])
  const codes = Object.entries(simulatedCodes).map(([name, { code, en, zh }]) => [String(code), `\`${name}\``, zh, en])
  return page(
    GENERATED,
    '# The simulator',
    '## Settings',
    'What public material does not settle is a setting, with its evidence beside it.',
    table(['setting', 'default', 'values', 'meaning', 'evidence', 'why'], settings),
    '## Test amounts',
    "A bill with exactly this total in yuan meets a fault. `settings.amountFaults = 'off'` switches them off.",
    table(['total', 'strikes', 'what happens'], amounts),
    '## Return codes',
    "The simulator's own, in no document: table A.4 is not public. No program may decide anything by them.",
    table(['code', 'name', '中文', 'English'], codes),
  )
}

function valuesOf(setting: Setting): string {
  if (setting.kind === 'choice') return setting.choices.map((value) => `\`${value}\``).join(', ')
  return `${setting.least} to ${setting.most} ${setting.unit}`
}

function effectOf({ total: _, on: __, ...effect }: AmountFault): string {
  return JSON.stringify('fault' in effect ? effect.fault : effect)
}
