import { type Client, createClient } from '@nationec/client'
import type { Profile } from '@nationec/protocol'
import { readProfile } from '../settings/read-profile.ts'
import { type Flags, readSettings } from '../settings/read-settings.ts'
import type { Settings } from '../settings/settings.ts'
import { makeTransport } from './make-transport.ts'
import { missing } from './missing-setting.ts'
import { openTrace } from './trace-file.ts'

/** Flags of every command that talks to a terminal. */
export type TerminalFlags = Flags & { readonly trace?: string; readonly json?: boolean }

/** A client of the chosen terminal. */
export interface Terminal extends AsyncDisposable {
  readonly client: Client
  readonly profile: Profile
  readonly settings: Settings
}

/**
 * Makes a client as the flags, the environment and the configuration file say. Nothing opens before the first call.
 *
 * Only the simulator has an institution of its own; anywhere else the code must be given, because a wrong one would go
 * out with every request.
 */
export async function openTerminal(flags: TerminalFlags): Promise<Terminal> {
  const { settings, sources } = await readSettings(flags)
  const { transport: kind, orgId } = settings
  const profile = await readProfile(settings.profile)
  if (sources.orgId === 'default' && kind !== 'simulator' && kind !== 'http') throw missing('--org-id')
  const { transport, release } = await makeTransport(settings, profile)
  const trace = flags.trace === undefined ? undefined : await openTrace(flags.trace, transport)
  const client = createClient({ orgId, transport: trace?.transport ?? transport, profile })
  return {
    client: client as Client,
    profile,
    settings,
    async [Symbol.asyncDispose]() {
      try {
        await client.close()
      } finally {
        release?.()
        await trace?.saveOrRemove()
      }
    },
  }
}
