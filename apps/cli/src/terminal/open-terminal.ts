import { type Client, createClient } from '@nationec/client'
import type { Profile } from '@nationec/protocol'
import { openTerminal as openTransport } from '@nationec/terminal'
import { tell } from '../output/say.ts'
import { type Flags, readSettingsOfTerminal, type Settings } from '../settings/settings.ts'
import { tellNotice } from './tell-notice.ts'
import { openTrace } from './trace-file.ts'

/** Flags of every command that talks to a terminal. */
export type TerminalFlags = Flags & { readonly trace?: string; readonly json?: boolean; readonly key?: string }

/** A client of the chosen terminal. */
export interface Terminal extends AsyncDisposable {
  readonly client: Client
  readonly profile: Profile
  readonly settings: Settings
}

/**
 * Makes a client as the flags, the environment and the configuration file say. Nothing opens before the first call.
 */
export async function openTerminal(flags: TerminalFlags): Promise<Terminal> {
  const { settings } = await readSettingsOfTerminal(flags)
  const { transport, profile, release } = await openTransport(settings, {
    onNotice: tellNotice,
    idempotencyKey: flags.key,
  })
  const trace = flags.trace === undefined ? undefined : await openTrace(flags.trace, transport)
  const client = createClient({ orgId: settings.orgId, transport: trace?.transport ?? transport, profile })
  return {
    client: client as Client,
    profile,
    settings,
    async [Symbol.asyncDispose]() {
      try {
        await client.close()
      } finally {
        release()
        // The answer was told, and its exit code counts.
        await trace?.saveOrRemove().catch(() => tell('the recording could not be written 录制文件写入失败 (--trace)'))
      }
    },
  }
}
