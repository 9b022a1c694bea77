import { portError } from './device/port-error.ts'
import { type Runtime, serialportWorks, sttyWorks } from './device/runtime.ts'
import type { SerialPortModule } from './serialport/serialport-module.ts'

/** Which way to ports is taken. `auto`: `stty` where the system has it (Linux, macOS), else the package `serialport`. */
export type PortBinding = 'auto' | 'stty' | 'serialport'

/** The way that was chosen. */
export type ChosenBinding =
  | { readonly type: 'serialport'; readonly module: SerialPortModule }
  | { readonly type: 'stty' }

/**
 * Chooses the way. The library is not even loaded where it would end the process.
 *
 * Throws `PORT_BINDING_MISSING` if the way asked for, or any way, does not work here.
 */
export async function chooseBinding(
  wanted: PortBinding,
  path: string,
  runtime: Runtime,
  load: () => Promise<SerialPortModule | undefined>,
): Promise<ChosenBinding> {
  if (wanted !== 'serialport' && sttyWorks(runtime)) return { type: 'stty' }
  if (wanted !== 'stty' && serialportWorks(runtime)) {
    const module = await load()
    if (module !== undefined) return { type: 'serialport', module }
  }
  throw portError('PORT_BINDING_MISSING', path)
}
