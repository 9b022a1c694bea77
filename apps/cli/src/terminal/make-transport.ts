import type { Profile } from '@nationec/protocol'
import type { Settings } from '../settings/settings.ts'
import { missing } from './missing-setting.ts'
import type { Way } from './way.ts'

type Maker = (settings: Settings, profile: Profile) => Promise<Way>

/** Every way to the terminal; each loads its package when it is chosen, so that native code is never touched unasked. */
const makers: Readonly<Record<Settings['transport'], Maker>> = {
  async simulator({ seed }, profile) {
    const { createSimulator } = await import('@nationec/simulator')
    const { mockTransport } = await import('@nationec/transport-mock')
    const simulator = createSimulator({ seed, profile, settings: { patient: 'pays at once' } })
    return { transport: mockTransport(simulator.handle, { name: 'simulator' }) }
  },
  async http({ address }) {
    const { httpTransport } = await import('@nationec/transport-http')
    return { transport: httpTransport({ address }) }
  },
  async dll({ library, url, dll }, { answersWithoutReturn }) {
    if (library === undefined) throw missing('--library')
    const { dllTransport } = await import('@nationec/transport-dll-ffi')
    return { transport: dllTransport({ answersWithoutReturn, ...dll, library, url }) }
  },
  async serial(settings) {
    const { makeSerial } = await import('./serial.ts')
    return makeSerial(settings)
  },
  async agent(settings, profile) {
    const { makeAgent } = await import('./make-agent.ts')
    return makeAgent(settings, profile)
  },
}

/** @throws `SETTING_INVALID`, `TRANSPORT_INVALID` */
export function makeTransport(settings: Settings, profile: Profile): Promise<Way> {
  return makers[settings.transport](settings, profile)
}
