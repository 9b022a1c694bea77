import {
  aFunction,
  type BilingualText,
  type OptionNames,
  optionError,
  requireKnownOptions,
  requireOption,
  someText,
} from '@nationec/errors'
import { isOrgId, orgIdForm } from '@nationec/protocol'
import { aTransport } from '@nationec/transport'
import type { AgentOptions } from './agent-options.ts'

const OPTIONS: OptionNames<AgentOptions> = {
  orgId: true,
  transport: true,
  simulator: true,
  terminalLink: true,
  profile: true,
  dataFolder: true,
  keepDays: true,
  askByItself: true,
  origins: true,
  hosts: true,
  pairingDays: true,
  consoleFolder: true,
  sdkFolder: true,
  logger: true,
  clock: true,
  onPairing: true,
  receivePush: true,
}
const days: BilingualText = { en: 'a number of days above 0', zh: '大于 0 的天数' }
const texts: BilingualText = { en: 'a list of texts', zh: '文本列表' }

/**
 * Looks at the options of an agent before anything of it exists.
 *
 * @throws `OPTION_INVALID` naming the first option that does not exist or is wrong
 */
export function checkAgentOptions(options: AgentOptions): void {
  requireKnownOptions(options, OPTIONS, optionError)
  const { orgId, transport, dataFolder, keepDays, pairingDays, origins, hosts, clock, onPairing, receivePush } = options
  requireOption(isOrgId(orgId), 'orgId', orgIdForm, optionError)
  requireOption(typeof transport?.connect === 'function', 'transport', aTransport, optionError)
  const isFolder = dataFolder === undefined || (typeof dataFolder === 'string' && dataFolder !== '')
  requireOption(isFolder, 'dataFolder', someText, optionError)
  for (const [name, value] of Object.entries({ keepDays, pairingDays })) {
    requireOption(value === undefined || (typeof value === 'number' && value > 0), name, days, optionError)
  }
  for (const [name, value] of Object.entries({ origins, hosts })) {
    requireOption(value === undefined || isTextList(value), name, texts, optionError)
  }
  for (const [name, value] of Object.entries({ clock, onPairing, receivePush })) {
    requireOption(value === undefined || typeof value === 'function', name, aFunction, optionError)
  }
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
