import { type Command, Option } from 'commander'
import { flagOf, type SettingName, settingsTable } from './settings.ts'

const CONFIG = ['--config <file>', 'a JSON file with settings; or NATIONEC_CONFIG JSON 配置文件'] as const

/** Gives a command the flags of some settings, and `--config`. The output's character set is every command's. */
export function withSettings(command: Command, names: readonly SettingName[]): Command {
  for (const setting of settingsTable) {
    const { name, value, choices, en, zh } = setting
    if (!names.includes(name)) continue
    const option = new Option(`${flagOf(name)} <${value}>`, `${en} ${zh}`)
    command.addOption(choices === undefined ? option : option.choices(choices))
  }
  return command.option(...CONFIG)
}

/** What every command needs that talks to a terminal. */
export const TERMINAL_SETTINGS: readonly SettingName[] = [
  ...([
    'transport',
    'orgId',
    'address',
    'library',
    'url',
    'port',
    'baud',
    'keys',
    'journal',
    'agent',
    'agentTokenFile',
    'deadline',
    'profile',
    'seed',
  ] as const),
]
