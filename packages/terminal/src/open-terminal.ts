import { type OptionNames, optionError, requireKnownOptions } from '@nationec/errors'
import type { Issue, Profile } from '@nationec/protocol'
import { TerminalError } from './errors/terminal-error.ts'
import { readKeysFolder } from './keys/read-serial-keys.ts'
import { readProfile } from './read-profile.ts'
import { readToken } from './read-token.ts'
import { missingSettings } from './settings/missing-settings.ts'
import type { TerminalSettings } from './settings/terminal-settings.ts'
import { makeAgent } from './transports/agent.ts'
import { makeDll } from './transports/dll.ts'
import { makeHttp } from './transports/http.ts'
import { makeSerial } from './transports/serial.ts'
import { makeSimulator } from './transports/simulator.ts'
import type { MadeTransport, TerminalSurroundings } from './transports/surroundings.ts'

/** A terminal as its settings describe it. */
export interface OpenedTerminal extends MadeTransport {
  readonly profile: Profile
  /** Releases what lies behind the transport, such as a journal; call it once, after the client was closed. */
  readonly release: () => void
}

/**
 * Makes the transport that settings describe, with the profile that belongs to it. No device opens before the first
 * exchange.
 *
 * Each transport is an optional peer dependency, loaded when it is chosen.
 *
 * @throws `SETTING_INVALID` with everything that is wrong with the profile, the keys folder or the token file;
 *   `TRANSPORT_PACKAGE_MISSING` with the package to install; what the transport itself throws for its options
 *
 * @example
 * ```ts
 * import { createClient } from '@nationec/client'
 * import { openTerminal, readTerminalSettings } from '@nationec/terminal'
 *
 * const { settings } = await readTerminalSettings({ flags: { transport: 'simulator' } })
 * const { transport, profile } = await openTerminal(settings)
 * await using client = createClient({ orgId: settings.orgId, transport, profile })
 * ```
 */
export async function openTerminal(
  settings: TerminalSettings,
  surroundings: TerminalSurroundings = {},
): Promise<OpenedTerminal> {
  requireKnownOptions(surroundings, SURROUNDINGS, optionError)
  const { profile, issues } = await readProfile(settings.profile)
  const make = await prepare[settings.transport](settings, surroundings)
  const missing = missingSettings(settings.transport, (name) => settings[name] !== undefined)
  const wrong = [...missing, ...issues, ...make.issues]
  if (wrong.length > 0) throw new TerminalError('SETTING_INVALID', { issues: wrong })
  const { release = () => {}, ...made } = await make.transport(profile)
  return { ...made, profile, release }
}

const SURROUNDINGS: OptionNames<TerminalSurroundings> = {
  onNotice: true,
  idempotencyKey: true,
  journalFolder: true,
  simulate: true,
}

/** A transport that can be made once nothing is wrong. */
interface Prepared {
  readonly issues: readonly Issue[]
  readonly transport: (profile: Profile) => Promise<MadeTransport>
}

type Prepare = (settings: TerminalSettings, surroundings: TerminalSurroundings) => Promise<Prepared>

/** Every transport: first the files that it needs are read, then it is made. */
const prepare: Readonly<Record<TerminalSettings['transport'], Prepare>> = {
  simulator: async (settings, around) => ({
    issues: [],
    transport: (profile) => makeSimulator(settings, profile, around),
  }),
  http: async (settings) => ({ issues: [], transport: () => makeHttp(settings) }),
  dll: async (settings, around) => ({ issues: [], transport: (profile) => makeDll(settings, profile, around) }),
  async serial(settings, around) {
    if (settings.serialKeys === undefined) return { issues: [], transport: () => Promise.reject(new Error('no keys')) }
    const { keys, exposed, issues } = await readKeysFolder(settings.serialKeys)
    return { issues, transport: () => makeSerial(settings, { keys, exposed }, around) }
  },
  async agent(settings, around) {
    const { token, issues } = await readToken(settings.agentTokenFile)
    return { issues, transport: (profile) => makeAgent(settings, { profile, token }, around) }
  },
}
