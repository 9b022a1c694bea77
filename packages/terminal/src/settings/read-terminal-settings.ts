import { missingSettings } from './missing-settings.ts'
import { type ReadSettings, readSettings, type SettingsInput } from './read-settings.ts'
import { type TerminalSettings, terminalDefaults, terminalSettings } from './terminal-settings.ts'

/**
 * Reads the settings of a terminal from flags, the environment and a configuration file, in this precedence, with where
 * each came from.
 *
 * @throws `SETTING_INVALID` with every setting that is wrong or missing, each with its name in both languages
 *
 * @example
 * ```ts
 * import { createClient } from '@nationec/client'
 * import { openTerminal, readTerminalSettings } from '@nationec/terminal'
 *
 * // NATIONEC_TRANSPORT=dll NATIONEC_LIBRARY=C:/NationECCode/NationECCode.dll NATIONEC_ORG_ID=H33010200001
 * const { settings } = await readTerminalSettings({ environment: process.env })
 * const { transport, profile, release } = await openTerminal(settings)
 * const client = createClient({ orgId: settings.orgId, transport, profile })
 * await client.close()
 * release()
 * ```
 */
export function readTerminalSettings(input: SettingsInput = {}): Promise<ReadSettings<TerminalSettings>> {
  return readSettings<TerminalSettings>(
    {
      table: terminalSettings,
      defaults: (given) => ({ ...terminalDefaults, ...given }),
      check: ({ transport }, isGiven) => missingSettings(transport, isGiven),
    },
    input,
  )
}
