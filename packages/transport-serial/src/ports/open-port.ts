import {
  type BilingualText,
  fromTo,
  type OptionNames,
  requireKnownOptions,
  requireOneOf,
  requireOption,
} from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import { chooseBinding, type PortBinding } from './choose-binding.ts'
import { checkPort } from './device/check-port.ts'
import type { OpenPort, PortLike, PortListener } from './device/port.ts'
import { portFailure } from './device/port-failure.ts'
import { thisRuntime } from './device/runtime.ts'
import { importSerialport, type SerialPortModule } from './serialport/serialport-module.ts'
import { openNativePort } from './serialport/serialport-port.ts'
import { openSttyPort } from './stty/stty-port.ts'

/** Settings of {@link openPort}. */
export interface OpenPortOptions {
  /** `/dev/serial/by-id/…`, `/dev/ttyUSB0`, `/dev/cu.usbserial-1`, `COM3`; `listPorts()` names what is there. */
  readonly path: string
  /** Bits per second. Default 115,200, the usual rate of terminals. Always 8 data bits, no parity, 1 stop bit, no flow control. */
  readonly baudRate?: number | undefined
  /** Default `auto`. */
  readonly binding?: PortBinding | undefined
  /** The package `serialport`, where a bundler hides it. Default: imported when it is first needed. */
  readonly serialport?: SerialPortModule | undefined
}

const USUAL_RATE = 115_200
const FASTEST = 12_000_000

const OPTIONS: OptionNames<OpenPortOptions> = { path: true, baudRate: true, binding: true, serialport: true }
const invalid = optionErrorOf(TRANSPORT_NAME)
const aPath: BilingualText = { en: 'the path or the name of a port', zh: '串口的路径或名称' }
const aRate: BilingualText = fromTo(50, FASTEST, { en: 'a whole number', zh: '整数' })

/**
 * Names a serial port to be opened by `serialTransport` or `serialTerminal`; nothing is opened before they ask.
 *
 * On Linux and macOS the system's own `stty` and `cat` do the work, on Node, Bun and Deno alike. On Windows, or with
 * `binding: 'serialport'`, it is the package `serialport`, which has to be installed and works on Node older than 26.4 only.
 * Either way one program uses the port at a time, by an advisory lock that ends with the process, however that ends.
 *
 * What `open` rejects with: `PORT_MISSING`, `PORT_FORBIDDEN`, `PORT_BUSY`, `PORT_NOT_SERIAL`, `PORT_RATE_UNSUPPORTED`,
 * `PORT_UNRESPONSIVE`, `PORT_BINDING_MISSING`, `PORT_FAILED`; in use it may be lost with `PORT_UNPLUGGED`.
 *
 * @throws `TransportError` `OPTION_INVALID` if an option is wrong
 * @example
 * ```ts
 * import { isTransportError } from '@nationec/transport'
 * import { openPort } from '@nationec/transport-serial'
 *
 * const port = openPort({ path: '/dev/serial/by-id/usb-FTDI_FT232R-if00-port0', baudRate: 115_200 })
 * try {
 *   const open = await port.open({ onData: (bytes) => console.log(bytes.length), onClose: () => console.log('unplugged') })
 *   open.write(Uint8Array.of(0))
 *   await open.close()
 * } catch (error) {
 *   if (isTransportError(error)) console.log(error.code) // PORT_MISSING
 * }
 * ```
 */
export function openPort(options: OpenPortOptions): PortLike {
  requireKnownOptions(options, OPTIONS, invalid)
  const { path, baudRate = USUAL_RATE, binding = 'auto', serialport } = options
  requireOption(typeof path === 'string' && path !== '' && !path.includes('\0'), 'path', aPath, invalid)
  requireOption(Number.isInteger(baudRate) && baudRate >= 50 && baudRate <= FASTEST, 'baudRate', aRate, invalid)
  requireOneOf(binding, 'binding', ['auto', 'serialport', 'stty'], invalid)
  return { name: path, open }

  async function open(listener: PortListener, signal?: AbortSignal): Promise<OpenPort> {
    signal?.throwIfAborted()
    await checkPort(path)
    const chosen = await chooseBinding(binding, path, thisRuntime(), async () => serialport ?? importSerialport())
    try {
      return chosen.type === 'stty'
        ? await openSttyPort(path, baudRate, listener, signal)
        : await openNativePort(chosen.module, path, baudRate, listener, signal)
    } catch (failure) {
      if (signal?.aborted) throw signal.reason
      throw portFailure(failure, path)
    }
  }
}
