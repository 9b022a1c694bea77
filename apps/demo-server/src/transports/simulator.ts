import type { SimulatorSettings } from '@nationec/simulator'
import type { ChosenTransport, TransportChoice, TransportSurroundings } from './choice.ts'

/** A terminal that needs no device. */
export async function makeSimulator(
  { seed, settings }: Extract<TransportChoice, { kind: 'simulator' }>,
  { profile, clock }: TransportSurroundings,
): Promise<ChosenTransport> {
  const { createSimulator } = await import('@nationec/simulator')
  const { mockTransport } = await import('@nationec/transport-mock')
  const simulator = createSimulator({ seed, profile, clock, settings: settings as Partial<SimulatorSettings> })
  return { simulator, transport: mockTransport(simulator.handle, { name: 'simulator' }) }
}
