import { agentError } from '../errors/agent-error.ts'
import type { ChosenTransport, TransportChoice, TransportSurroundings } from './choice.ts'
import { makeDll } from './dll.ts'
import { makeSerial } from './serial.ts'
import { makeSimulator } from './simulator.ts'

type Maker<Kind extends TransportChoice['kind']> = (
  choice: Extract<TransportChoice, { kind: Kind }>,
  around: TransportSurroundings,
) => Promise<ChosenTransport>

/** Every way to the terminal. Each loads its package when it is chosen: native code nobody asked for is never touched. */
const registry: { readonly [Kind in TransportChoice['kind']]: Maker<Kind> } = {
  simulator: makeSimulator,
  dll: makeDll,
  serial: makeSerial,
}

/** The names for settings and help. */
export const transportKinds = Object.keys(registry) as readonly TransportChoice['kind'][]

/** @throws `TRANSPORT_UNAVAILABLE` when its package is not there */
export async function makeTransport(choice: TransportChoice, around: TransportSurroundings): Promise<ChosenTransport> {
  try {
    return await (registry[choice.kind] as Maker<TransportChoice['kind']>)(choice, around)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).includes('MODULE_NOT_FOUND'))) throw error
    throw agentError('TRANSPORT_UNAVAILABLE', { cause: error })
  }
}
