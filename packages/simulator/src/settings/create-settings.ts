import { fromTo, requireKnownOptions, requireOneOf, requireOption } from '@nationec/errors'
import { simulatorOptionError } from '../errors/simulator-fault.ts'
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
  requireKnownOptions(given, settingNames, simulatorOptionError, 'settings')
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
    if (value !== undefined) Object.assign(settings, { [name as SettingName]: value })
  }
  return settings as SimulatorSettings
}

const settingNames = Object.fromEntries(Object.keys(settingsTable).map((name) => [name, true as const]))

function checked(name: string, setting: Setting, value: unknown): string | number {
  if (setting.kind === 'choice') {
    requireOneOf(value, `settings.${name}`, setting.choices, simulatorOptionError)
    return value
  }
  const { least, most } = setting
  const isInRange = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
  const expected = fromTo(least, most, { en: 'a whole number', zh: '整数' })
  requireOption(isInRange, `settings.${name}`, expected, simulatorOptionError)
  return value
}
