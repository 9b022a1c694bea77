import type { Issue } from '@nationec/protocol'
import { flagOf } from './setting.ts'
import { type TerminalSettingName, type TerminalSettings, transportKinds } from './terminal-settings.ts'

/** What each transport cannot do without. A wrong institution would go out with every request, so it has no default there. */
const NEEDED: Readonly<Record<TerminalSettings['transport'], readonly TerminalSettingName[]>> = {
  simulator: [],
  http: [],
  dll: ['orgId', 'library'],
  serial: ['orgId', 'serialPort', 'serialKeys'],
  agent: ['orgId', 'agentTokenFile'],
}

/** The settings that the chosen transport needs and that were not given. */
export function missingSettings(
  transport: TerminalSettings['transport'],
  isGiven: (name: TerminalSettingName) => boolean,
): Issue[] {
  return NEEDED[transport]
    .filter((name) => !isGiven(name))
    .map((name) => ({
      path: flagOf(name),
      rule: 'required',
      text: { en: `must be given with --transport ${transport}`, zh: `使用 --transport ${transport} 时必填` },
    }))
}

/** The transports that cannot do without a setting, for help. */
export function transportsNeeding(name: TerminalSettingName): TerminalSettings['transport'][] {
  return transportKinds.filter((transport) => NEEDED[transport].includes(name))
}
