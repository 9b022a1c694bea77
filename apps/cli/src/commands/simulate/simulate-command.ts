import process from 'node:process'
import { createSimulator, type PlainFaultKind, type Simulator, type SimulatorSettings } from '@nationec/simulator'
import { eventLine } from './event-line.ts'
import { openHttpFace } from './http-face.ts'
import { sendPushes } from './push-sender.ts'
import { readSettings } from './read-settings.ts'

export interface SimulateOptions {
  readonly port: number
  readonly seed: number
  /** `name=value` pairs of the settings table. */
  readonly set: readonly string[]
  /** Faults for the coming requests, in order. */
  readonly faults: readonly PlainFaultKind[]
  /** Where pushes are sent. */
  readonly push?: string
}

/** `nationec simulate`: serves until it is interrupted. */
export async function simulateCommand(options: SimulateOptions): Promise<void> {
  const simulator = startSimulator(options)
  simulator.events((event) => console.error(eventLine(event)))
  if (options.push !== undefined) sendPushes(simulator, options.push, (line) => console.error(line))
  const face = await openHttpFace({ simulator, port: options.port })
  console.log(face.url)
  console.error('simulator ready, end with Ctrl+C 模拟器已就绪，按 Ctrl+C 结束')
  await interrupted()
  await face.close()
}

function startSimulator({ seed, set, faults }: SimulateOptions): Simulator {
  const settings: Partial<SimulatorSettings> = { patient: 'pays at once', ...readSettings(set) }
  const simulator = createSimulator({ seed, settings })
  simulator.faults.script(faults)
  return simulator
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
