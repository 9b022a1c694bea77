import { createSimulator, type PlainFaultKind, type Simulator, type SimulatorSettings } from '@nationec/simulator'
import { untilInterrupted } from '../../command-line/until-interrupted.ts'
import { tell } from '../../output/say.ts'
import { sayEnded, sayReady } from '../../output/serving.ts'
import { eventLine } from './event-line.ts'
import { type HttpFace, openHttpFace } from './http-face.ts'
import { sendPushes } from './push-sender.ts'
import { readSettings } from './read-settings.ts'

export interface SimulateOptions {
  /** A serial port instead of HTTP. */
  readonly serialPort?: string
  /** For serial: the folder of the terminal's keys. */
  readonly serialKeys?: string
  readonly serialBaud: number
  readonly serialJournal?: string
  readonly port: number
  readonly seed: number
  /** `name=value` pairs of the settings table. */
  readonly set?: readonly string[]
  /** Faults for the coming requests, in order. */
  readonly faults?: readonly PlainFaultKind[]
  /** Where pushes are sent. */
  readonly push?: string
  readonly json?: boolean
}

/** Where a simulator answers; `url` is what programs are told. */
type Face = HttpFace

/** `nationec simulate`: serves until it is interrupted. */
export async function simulateCommand(options: SimulateOptions): Promise<void> {
  const { serialPort, push, json = false } = options
  const simulator = startSimulator(options)
  simulator.events((event) => tell(eventLine(event)))
  if (push !== undefined) sendPushes(simulator, push, tell)
  const face = serialPort === undefined ? await overHttp(simulator, options) : await overSerial(simulator, options)
  // Before the address is told: its reader may end the program at once.
  const interrupted = untilInterrupted()
  const mode = serialPort === undefined ? 'http' : 'serial'
  sayReady({ mode, address: face.url }, json, 'simulator ready, end with Ctrl+C 模拟器已就绪，按 Ctrl+C 结束')
  await interrupted
  await face.close()
  sayEnded(json)
}

function overHttp(simulator: Simulator, { port }: SimulateOptions): Promise<Face> {
  return openHttpFace({ handle: simulator.handle, port })
}

async function overSerial(simulator: Simulator, options: SimulateOptions): Promise<Face> {
  const { serialPort: path = '', serialKeys: keys, serialBaud: baud, serialJournal: journal } = options
  const { openSerialFace } = await import('./serial-face.ts')
  return openSerialFace({ simulator, path, keys, baud, journal })
}

function startSimulator({ seed, set = [], faults = [] }: SimulateOptions): Simulator {
  const settings: Partial<SimulatorSettings> = { patient: 'pays at once', ...readSettings(set) }
  const simulator = createSimulator({ seed, settings })
  simulator.faults.script(faults)
  return simulator
}
