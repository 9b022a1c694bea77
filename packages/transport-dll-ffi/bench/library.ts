import { rmSync } from 'node:fs'
import { type DllNotice, type DllTransportOptions, dllTransport } from '@nationec/transport-dll-ffi'
import { buildNative } from '../src/fixtures/native-build.ts'
import { createStandIn } from '../src/fixtures/stand-in.ts'

export const build = buildNative()
/** Gives back what it is given: the time is that of the way, not of an answer. */
export const standIn = createStandIn(build, 'mirror')
process.on('exit', () => rmSync(standIn.folder, { recursive: true, force: true }))

/** One kilobyte of a request, in ASCII. */
export const kilobyte = JSON.stringify({ orgId: 'H33010200001', transType: 'ec.query', data: 'x'.repeat(960) })
/** As much as one call carries. */
export const full = 'x'.repeat(900 * 1024 - 1)

/** A connection through the native host, and what it has told. */
export function hosted(options: Partial<DllTransportOptions> = {}) {
  const notices: DllNotice[] = []
  const onNotice = (notice: DllNotice): void => {
    notices.push(notice)
  }
  const transport = dllTransport({ library: standIn.library, host: { path: build.host }, onNotice, ...options })
  return { connection: transport.connect(), notices }
}

/** How long each of these took, in milliseconds. */
export async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < count; run += 1) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return taken
}
