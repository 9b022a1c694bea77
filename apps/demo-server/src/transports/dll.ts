import type { DllTransportOptions } from '@nationec/transport-dll-ffi'
import type { ChosenTransport, TransportChoice, TransportSurroundings } from './choice.ts'

/** The vendor's library, in a host process of its own. */
export async function makeDll(
  { library, url, more }: Extract<TransportChoice, { kind: 'dll' }>,
  { notice }: TransportSurroundings,
): Promise<ChosenTransport> {
  const { dllTransport } = await import('@nationec/transport-dll-ffi')
  const options: DllTransportOptions = { ...(more as Partial<DllTransportOptions>), library, url, onNotice: notice }
  return { transport: dllTransport(options) }
}
