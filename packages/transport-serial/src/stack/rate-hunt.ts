import type { OpenPort } from '../ports/device/port.ts'

/** Tries the rates of a port in turn. */
export interface RateHunt {
  /** Sets the next rate. Gives it, or `undefined` if the port stays at the rate it had. Never rejects. */
  next(device: OpenPort): Promise<number | undefined>
}

export function createRateHunt(bauds: readonly number[]): RateHunt {
  let tried = 0
  return {
    async next(device) {
      const baud = bauds[tried % Math.max(bauds.length, 1)]
      tried += 1
      if (device.setBaud === undefined || baud === undefined) return undefined
      try {
        await device.setBaud(baud)
        return baud
      } catch {
        return undefined // the next call tries another
      }
    },
  }
}
