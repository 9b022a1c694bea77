import { SimulatorFault } from '../errors/simulator-fault.ts'
import type { Setting } from './setting.ts'
import { type SettingName, type SimulatorSettings, settingsTable } from './settings-table.ts'

/**
 * Makes the settings object of one simulator: the defaults, then what was given.
 *
 * Each value is checked when it is set, so that a misspelt one fails at once and not as a strange test result.
 *
 * @throws `SIMULATOR_OPTION_INVALID` for a name or a value that is not in the table
 */
export function createSettings(given: Partial<SimulatorSettings>): SimulatorSettings {
  const values = new Map<string, string | number>()
  const settings = {}
  for (const [name, setting] of Object.entries<Setting>(settingsTable)) {
    values.set(name, setting.default)
    Object.defineProperty(settings, name, {
      enumerable: true,
      get: () => values.get(name),
      set: (value: unknown) => void values.set(name, checked(name, setting, value)),
    })
  }
  Object.preventExtensions(settings)
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(settingsTable, name)) throw invalid(name, 'is not a setting', '不是设置项')
    if (value !== undefined) Object.assign(settings, { [name as SettingName]: value })
  }
  return settings as SimulatorSettings
}

function checked(name: string, setting: Setting, value: unknown): string | number {
  if (setting.kind === 'choice') {
    if (typeof value === 'string' && setting.choices.includes(value)) return value
    const choices = setting.choices.map((one) => `'${one}'`).join(', ')
    throw invalid(name, `must be one of ${choices}`, `须为 ${choices} 之一`)
  }
  const { least, most } = setting
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw invalid(name, `must be a whole number from ${least} to ${most}`, `须为 ${least} 至 ${most} 的整数`)
}

function invalid(name: string, en: string, zh: string): SimulatorFault {
  const shown = /^\w{1,40}$/.test(name) ? name : 'settings'
  return new SimulatorFault('SIMULATOR_OPTION_INVALID', {
    details: [{ en: `${shown}: ${en}.`, zh: `${shown}：${zh}。` }],
  })
}
