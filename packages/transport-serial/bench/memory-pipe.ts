import { seeded } from '../src/fixtures/line/seeded.ts'
import { createLink } from '../src/link/create-link.ts'

const MIB = 1024 * 1024

/** Two links in one process; what one writes, the other reads at once. */
export function memoryPipe(): { carry(bytes: number): number } {
  const a = createLink()
  const b = createLink()
  const message = seeded(1).bytes(MIB)
  let now = 0
  let toA: Uint8Array = new Uint8Array(0)
  let arrived = 0
  for (const link of [a, b]) link.attach(now, { baud: Number.POSITIVE_INFINITY })
  while (!a.isUp || !b.isUp) turn()

  return {
    /** The seconds that so many bytes take, in messages of 1 MiB. */
    carry(bytes) {
      arrived = 0
      const start = performance.now()
      while (arrived < bytes) {
        if (a.pending('data') < MIB) a.send('data', message)
        turn()
      }
      return (performance.now() - start) / 1000
    },
  }

  function turn(): void {
    now += 1
    const { bytesOut, events } = b.step(now, a.step(now, toA).bytesOut)
    toA = bytesOut
    for (const event of events) if (event.type === 'message') arrived += event.bytes.length
  }
}
