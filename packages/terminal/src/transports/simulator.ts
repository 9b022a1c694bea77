import type { Profile } from '@nationec/protocol'
import type { TerminalSettings } from '../settings/terminal-settings.ts'
import { loadPackage } from './load-package.ts'
import type { MadeTransport, SimulatedTerminal, SimulationOptions, TerminalSurroundings } from './surroundings.ts'

/** A terminal that needs no device. */
export async function makeSimulator(
  { seed, deadline, simulator: settings }: TerminalSettings,
  profile: Profile,
  { simulate }: TerminalSurroundings,
): Promise<MadeTransport> {
  const { mockTransport } = await loadPackage('@nationec/transport-mock', () => import('@nationec/transport-mock'))
  const { handle } = await (simulate ?? simulated)({ seed, profile, settings })
  return { transport: mockTransport(handle, { name: 'simulator', deadline }) }
}

async function simulated({ settings, ...options }: SimulationOptions): Promise<SimulatedTerminal> {
  const { createSimulator } = await loadPackage('@nationec/simulator', () => import('@nationec/simulator'))
  return createSimulator({ ...options, settings })
}
