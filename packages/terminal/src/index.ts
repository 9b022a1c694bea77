/**
 * Settings to transport: flags, the environment and a configuration file become the terminal that they describe.
 *
 * @module
 */
export { checkTerminal } from './check-terminal.ts'
export {
  TerminalError,
  type TerminalErrorCode,
  type TerminalErrorParts,
  terminalErrors,
} from './errors/terminal-error.ts'
export { stateFolder } from './files/state-folder.ts'
export { type ReadSerialKeys, readSerialKeys, type SerialKeys } from './keys/read-serial-keys.ts'
export { type OpenedTerminal, openTerminal } from './open-terminal.ts'
export { readToken } from './read-token.ts'
export { missingSettings, transportsNeeding } from './settings/missing-settings.ts'
export { programSettings } from './settings/program-settings.ts'
export { type ReadFlags, readFlags } from './settings/read-flags.ts'
export {
  type ReadSettings,
  readSettings,
  type SettingSource,
  type SettingsInput,
  type SettingsPlan,
} from './settings/read-settings.ts'
export { readTerminalSettings } from './settings/read-terminal-settings.ts'
export type { SerialMore } from './settings/serial-more.ts'
export { choicesOf, flagOf, type Setting, variableOf, type Writing } from './settings/setting.ts'
export {
  type TerminalSettingName,
  type TerminalSettings,
  terminalDefaults,
  terminalSettings,
} from './settings/terminal-settings.ts'
export type {
  MadeTransport,
  SimulatedTerminal,
  SimulationOptions,
  TerminalNotice,
  TerminalSurroundings,
} from './transports/surroundings.ts'
export type { LateOutcome, TerminalLink } from './transports/terminal-link.ts'
