import { type Transport } from '@nationec/transport'
import type { Profile } from '@nationec/protocol'
import { cliError } from '../cli-error.ts'
import type { Settings } from '../settings/settings.ts'

type Maker = (settings: Settings, profile: Profile) => Promise<Transport>

/** Every way to the terminal; each loads its package when it is chosen, so that native code is never touched unasked. */
const makers: Readonly<Record<Settings['transport'], Maker>> = {
  async simulator({ seed }, profile) {
    const { createSimulator } = await import('@nationec/simulator')
    const { mockTransport } = await import('@nationec/transport-mock')
    const simulator = createSimulator({ seed, profile, settings: { patient: 'pays at once' } })
    return mockTransport(simulator.handle, { name: 'simulator' })
  },
  async http({ address }) {
    const { httpTransport } = await import('./http-transport.ts')
    return httpTransport(address)
  },
  async dll({ library, url, dll }, { answersWithoutReturn }) {
    if (library === undefined) throw missing('--library')
    const { dllTransport } = await import('@nationec/transport-dll-ffi')
    return dllTransport({ answersWithoutReturn, ...dll, library, url })
  },
  async serial(settings) {
    const { makeSerial } = await import('./serial.ts')
    return makeSerial(settings)
  },
}

/** @throws `SETTING_INVALID`, `TRANSPORT_INVALID` */
export function makeTransport(settings: Settings, profile: Profile): Promise<Transport> {
  return makers[settings.transport](settings, profile)
}

/** A setting that the chosen transport cannot do without. */
export function missing(flag: string) {
  return cliError('SETTING_INVALID', { details: [{ en: `${flag} must be given.`, zh: `须给出 ${flag}。` }] })
}
