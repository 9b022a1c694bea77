import process from 'node:process'
import {
  missingSettings,
  type ReadSettings,
  readSettings,
  type Setting,
  stateFolder,
  type TerminalSettings,
  terminalDefaults,
  terminalSettings,
} from '@nationec/terminal'
import { z } from 'zod'

/** The settings as commands use them: those of the terminal, and the command line's own. */
export interface Settings extends TerminalSettings {
  readonly charset: 'utf-8' | 'gbk'
  /** Default: in the state folder of this user; of a simulated terminal, which lives as long as the command, memory. */
  readonly ledger: string | undefined
}

export type SettingName = keyof Settings

/** The settings that the command line has for itself. */
export const ownSettings: readonly Setting[] = [
  {
    name: 'charset',
    writing: 'text',
    value: 'choice',
    schema: z.enum(['utf-8', 'gbk']),
    en: 'character set of the output; default utf-8',
    zh: '输出字符集，默认 utf-8',
  },
  {
    name: 'ledger',
    writing: 'text',
    value: 'folder',
    schema: z.string().min(1).max(4_096),
    en: 'folder of the ledger; default in the state folder of this user',
    zh: '账本文件夹，默认位于当前用户的状态目录',
  },
]

/** Every setting, in the order in which help and `config explain` show them. */
export const settingsTable: readonly Setting[] = [...terminalSettings, ...ownSettings]

/** What commander has read: settings by their names, and the configuration file. */
export type Flags = Readonly<Record<string, unknown>> & { readonly config?: string }

/** The settings of a command that needs no terminal. @throws `SETTING_INVALID` with every wrong one */
export function readCommandSettings(flags: Flags): Promise<ReadSettings<Settings>> {
  return readSettings<Settings>({ table: settingsTable, defaults }, inputOf(flags))
}

/** The settings of a command that talks to a terminal. @throws `SETTING_INVALID` with every wrong or missing one */
export function readSettingsOfTerminal(flags: Flags): Promise<ReadSettings<Settings>> {
  const check = ({ transport }: Settings, isGiven: (name: SettingName) => boolean) =>
    missingSettings(transport, isGiven)
  return readSettings<Settings>({ table: settingsTable, defaults, check }, inputOf(flags))
}

/** `--no-ledger` is no folder, and no setting: it must be said each time. */
function inputOf({ config, ledger, ...flags }: Flags) {
  return { flags: ledger === false ? flags : { ...flags, ledger }, config, environment: process.env }
}

/** Where the ledger of this user lies. */
export const usualLedger = (): string => stateFolder('ledger')

function defaults(given: Partial<Settings>): Settings {
  // A command is over in a moment, so the simulated patient does not wait.
  const simulator = { patient: 'pays at once', ...given.simulator }
  const { transport = terminalDefaults.transport } = given
  const ledger = transport === 'simulator' ? undefined : usualLedger()
  return { ...terminalDefaults, charset: 'utf-8', ledger, ...given, simulator }
}
