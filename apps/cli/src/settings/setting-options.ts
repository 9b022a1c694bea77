import { choicesOf, flagOf, type TerminalSettingName, terminalSettings, transportsNeeding } from '@nationec/terminal'
import { type Command, Option } from 'commander'

export const CONFIG = ['--config <file>', 'a JSON file with settings; or NATIONEC_CONFIG JSON 配置文件'] as const

/** Gives a command the flags of some settings, and `--config`. The output's character set is every command's. */
export function withSettings(command: Command, names: readonly TerminalSettingName[]): Command {
  for (const setting of terminalSettings) {
    const { name, value, en, zh } = setting
    if (!names.includes(name)) continue
    const needing = transportsNeeding(name)
    const mark = needing.length === 0 ? '' : ` (required with 必填于 --transport ${needing.join(', ')})`
    const option = new Option(`${flagOf(name)} <${value}>`, `${en} ${zh}${mark}`)
    const choices = choicesOf(setting)
    // For help and completion. The reader of the settings checks the value, to tell it with every other fault.
    if (choices !== undefined) option.argChoices = [...choices]
    command.addOption(option)
  }
  return command.option(...CONFIG)
}

/** What every command needs that talks to a terminal. */
export const TERMINAL_SETTINGS: readonly TerminalSettingName[] = terminalSettings.map(({ name }) => name)
