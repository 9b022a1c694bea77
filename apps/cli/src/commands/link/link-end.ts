import { performance } from 'node:perf_hooks'
import { createLink, type LinkStatistics, type OpenPort, type PortLike } from '@nationec/transport-serial'

/** One end of a bare link on a port: framing and repetition, without the secure channel. */
export interface LinkEnd extends AsyncDisposable {
  send(bytes: Uint8Array): void
  /** Resolves when the two ends have found each other. */
  readonly up: Promise<void>
  readonly statistics: LinkStatistics
}

/** Timers fire on whole milliseconds. */
const SHORTEST = 1

/** Puts a link on a port; `onMessage` is told of every whole message. */
export async function openLinkEnd(port: PortLike, onMessage: (bytes: Uint8Array) => void): Promise<LinkEnd> {
  const link = createLink()
  let device: OpenPort | undefined
  let timer: NodeJS.Timeout | undefined
  let isPumping = false
  let found = (): void => {}
  let lost: (cause: unknown) => void = () => {}
  const up = new Promise<void>((resolve, reject) => {
    found = resolve
    lost = reject
  })
  up.catch(() => {})
  device = await port.open({ onData: pump, onClose: (cause) => lost(cause) })
  link.attach(performance.now(), { baud: device.baud })
  pump()
  return {
    up,
    get statistics() {
      return link.statistics
    },
    send(bytes) {
      link.send('data', bytes)
      pump()
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      const leaving = device
      device = undefined
      await leaving?.close()
    },
  }

  /** Steps until there is nothing more to do at this moment, then sleeps. */
  function pump(bytesIn?: Uint8Array): void {
    if (device === undefined) return
    const outer = !isPumping
    isPumping = true
    let wakeAt = step(bytesIn)
    while (outer && device !== undefined && wakeAt <= performance.now()) wakeAt = step()
    if (!outer) return
    isPumping = false
    clearTimeout(timer)
    if (wakeAt !== Number.POSITIVE_INFINITY) timer = setTimeout(pump, Math.max(SHORTEST, wakeAt - performance.now()))
  }

  function step(bytesIn?: Uint8Array): number {
    const { bytesOut, events, wakeAt } = link.step(performance.now(), bytesIn)
    if (bytesOut.length > 0) device?.write(bytesOut)
    for (const event of events) {
      if (event.type === 'up') found()
      if (event.type === 'message') onMessage(event.bytes)
    }
    return events.length > 0 ? performance.now() : wakeAt
  }
}
