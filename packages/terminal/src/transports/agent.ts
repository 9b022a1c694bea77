import type { Profile } from '@nationec/protocol'
import type { TerminalSettings } from '../settings/terminal-settings.ts'
import { loadPackage } from './load-package.ts'
import type { MadeTransport, TerminalNotice, TerminalSurroundings } from './surroundings.ts'

/** The key of a request that moves money through an agent, told before it leaves. */
interface KeyNotice extends TerminalNotice {
  readonly type: 'idempotency-key'
  readonly key: string
}

/** A running agent, which owns the terminal. */
export async function makeAgent(
  { agent: address, orgId, deadline, url }: TerminalSettings,
  { profile, token }: { readonly profile: Profile; readonly token: string },
  { onNotice, idempotencyKey }: TerminalSurroundings,
): Promise<MadeTransport> {
  const { agentTransport } = await loadPackage('@nationec/transport-http', () => import('@nationec/transport-http'))
  const onIdempotencyKey = (key: string): void => {
    const notice: KeyNotice = { type: 'idempotency-key', key }
    onNotice?.(notice)
  }
  const options = { address, token, orgId, profile, deadline, url, idempotencyKey, onIdempotencyKey }
  return { transport: agentTransport(options) }
}
