import type { TerminalSettings } from '../settings/terminal-settings.ts'
import { loadPackage } from './load-package.ts'
import type { MadeTransport } from './surroundings.ts'

/** A local service of a vendor, or a simulator in another process. */
export async function makeHttp({ address, deadline }: TerminalSettings): Promise<MadeTransport> {
  const { httpTransport } = await loadPackage('@nationec/transport-http', () => import('@nationec/transport-http'))
  return { transport: httpTransport({ address, deadline }) }
}
