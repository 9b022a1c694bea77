import type { DllTransportOptions } from '@nationec/transport-dll-ffi'
import type { ChosenTransport, TransportChoice, TransportSurroundings } from './choice.ts'

/** The vendor's library, in a host process of its own. */
export async function makeDll(
  { library, url, more }: Extract<TransportChoice, { kind: 'dll' }>,
  { notice, profile }: TransportSurroundings,
): Promise<ChosenTransport> {
  const { dllTransport } = await import('@nationec/transport-dll-ffi')
  const given = more as Partial<DllTransportOptions>
  const options: DllTransportOptions = { profile, ...given, library, url: url ?? given.url, onNotice: notice }
  return { transport: dllTransport(options) }
}
