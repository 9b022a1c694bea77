import { createVirtualLine } from '../src/fixtures/line/virtual-line.ts'

/**
 * What cash registers do: hexadecimal digits in frames of 1 KB (STX, length, data, ETX, LRC), the next one after the
 * acknowledgement of the last. Gives the seconds that a text takes on the same virtual line.
 */
export function hexStopAndWait(text: string, baud: number, latency: number): number {
  const digits = new TextEncoder().encode(text).length * 2
  const frames = Math.ceil(digits / 1_024)
  const line = createVirtualLine({ seed: 1, baud, latency })
  let sent = 0
  let heard = 0
  let expected = 0
  let isWaiting = false
  line.plug('a', {
    step(_now, bytesIn) {
      if (bytesIn.length > 0) isWaiting = false
      if (isWaiting || sent === frames) return { bytesOut: new Uint8Array(0), wakeAt: Number.POSITIVE_INFINITY }
      isWaiting = true
      sent += 1
      const length = Math.min(1_024, digits - (sent - 1) * 1_024) + 5
      expected = length
      return { bytesOut: new Uint8Array(length).fill(0x41), wakeAt: Number.POSITIVE_INFINITY }
    },
  })
  let arrived = 0
  line.plug('b', {
    step(_now, bytesIn) {
      arrived += bytesIn.length
      const isWhole = expected > 0 && arrived >= expected
      if (isWhole) {
        arrived = 0
        heard += 1
      }
      return { bytesOut: Uint8Array.from(isWhole ? [6] : []), wakeAt: Number.POSITIVE_INFINITY }
    },
  })
  line.run(3_600_000, () => heard === frames)
  return line.now / 1_000
}
