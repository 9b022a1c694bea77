/** How much of a line the link fills, on a virtual line with exact timing; and what it costs the processor. */
import { median, report } from '../../../scripts/bench-kit.ts'
import { createLinkPair } from '../src/fixtures/line/link-pair.ts'
import { seeded } from '../src/fixtures/line/seeded.ts'
import { memoryPipe } from './memory-pipe.ts'

const KIB = 1024
const SEEDS = 8

/** Seconds that one message takes over an established link. */
function transfer(bytes: number, baud: number, latency: number, bitErrors: number, seed: number): number {
  const pair = createLinkPair({ seed, baud, latency, faults: { bitErrors } })
  if (!pair.connect(60_000)) throw new Error('the link does not come up')
  const start = pair.line.now
  let end = 0
  pair.onEvent = (event) => {
    if (event.type === 'message') end = event.at
  }
  pair.send('a', 'data', seeded(seed).bytes(bytes))
  if (!pair.line.run(start + 3_600_000, () => end > 0)) throw new Error('the message does not arrive')
  return (end - start) / 1000
}

for (const [baud, latency] of [
  [9600, 16],
  [115_200, 5],
  [115_200, 16],
  [921_600, 5],
  [921_600, 16],
] as const) {
  for (const bitErrors of [0, 1e-6, 1e-5, 1e-4, 1e-3]) {
    let sum = 0
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      sum += (256 * KIB) / transfer(256 * KIB, baud, latency, bitErrors, seed) / (baud / 10)
    }
    report(`link.goodput.${baud}.${latency}.${bitErrors === 0 ? '0' : bitErrors.toExponential()}`, sum / SEEDS)
  }
}

report('link.raw900k_s', transfer(900 * KIB, 115_200, 16, 0, 1))

{
  const waits: number[] = []
  for (let seed = 1; seed <= 9; seed += 1) {
    const pair = createLinkPair({ seed, baud: 115_200, latency: 16 })
    pair.connect()
    let end = 0
    pair.onEvent = (event) => {
      if (event.type === 'message' && event.stream === 'control') end = event.at
    }
    pair.send('a', 'data', seeded(seed).bytes(200 * KIB))
    pair.line.run(pair.line.now + 9000 + 31 * seed)
    const start = pair.line.now
    pair.send('a', 'control', new Uint8Array(20))
    pair.line.run(start + 5000, () => end > 0)
    waits.push(end - start)
  }
  report('link.control_ms', median(waits))
}

{
  const pipe = memoryPipe()
  const bytes = 32 * KIB * KIB
  pipe.carry(bytes)
  report('link.cpu_mb_s', median(Array.from({ length: 5 }, () => bytes / 1e6 / pipe.carry(bytes))))
}
