import type { Profile } from '@nationec/protocol'
import type { TerminalSettings } from '../settings/terminal-settings.ts'
import { loadPackage } from './load-package.ts'
import type { MadeTransport, TerminalSurroundings } from './surroundings.ts'

/** The vendor's library in a host process, with the character set of the profile. */
export async function makeDll(
  { library = '', url, deadline, dll }: TerminalSettings,
  profile: Profile,
  { onNotice }: TerminalSurroundings,
): Promise<MadeTransport> {
  const { dllTransport } = await loadPackage('@nationec/transport-dll-ffi', () => import('@nationec/transport-dll-ffi'))
  const common = { ...(url !== undefined && { url }), ...(deadline !== undefined && { deadline }) }
  return { transport: dllTransport({ profile, ...dll, ...common, library, onNotice }) }
}
