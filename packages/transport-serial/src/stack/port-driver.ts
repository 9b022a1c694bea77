import type { Timers } from '@nationec/transport'
import type { Link } from '../link/link.ts'
import type { LinkMessage } from '../message/message.ts'
import type { OpenPort, PortLike } from '../ports/device/port.ts'
import { createRateHunt } from './rate-hunt.ts'
import type { Session, SessionEvent } from './session.ts'

export interface PortDriverParts {
  readonly port: PortLike
  readonly link: Link
  readonly session: Session
  readonly timers: Timers
  /** Rates to try in turn when no peer is heard; only for ports that can change theirs. */
  readonly bauds?: readonly number[] | undefined
  readonly onEvent: (event: SessionEvent) => void
  /** The port is gone by itself. */
  readonly onGone: (cause: unknown) => void
}

/** Brings a session to a port: the only place of a side that knows time. */
export interface PortDriver {
  /** Opens the port. Rejects, holding nothing, if that fails. May be called again after the port was lost. */
  open(signal?: AbortSignal): Promise<void>
  send(message: LinkMessage): boolean
  /** Says goodbye, gives the last words a moment to leave, and lets the port go. */
  close(): Promise<void>
}

/** The longest time that is spent on last words. */
const LINGER = 200
/** Timers fire on whole milliseconds; a shorter sleep is one all the same. */
const SHORTEST = 1

export function createPortDriver(parts: PortDriverParts): PortDriver {
  const { port, link, session, timers, bauds = [], onEvent, onGone } = parts
  const hunt = createRateHunt(bauds)
  let device: OpenPort | undefined
  let timer: unknown
  let isPumping = false
  /** Bytes that came while a step was under way, as from a port that answers within `write`. */
  let arrived: Uint8Array[] = []
  let isClosed = false

  return {
    async open(signal) {
      let lost: { readonly cause: unknown } | undefined
      const onClose = (cause?: unknown): void => {
        if (device === undefined) lost ??= { cause }
        else gone(cause)
      }
      const opened = await port.open({ onData: (bytes) => pump(bytes), onClose }, signal)
      if (isClosed) return opened.close()
      // It went before anybody could listen: nothing will be told of it again.
      if (lost !== undefined) throw lost.cause
      device = opened
      link.attach(timers.now(), { baud: opened.baud })
      pump()
    },
    send(message) {
      const isTaken = session.send(timers.now(), message)
      pump()
      return isTaken
    },
    async close() {
      isClosed = true
      if (device !== undefined) await lastWords(link, timers, () => device !== undefined)
      session.close(timers.now())
      pump()
      timers.clearTimeout(timer)
      const leaving = device
      device = undefined
      await leaving?.close()
    },
  }

  /** Steps until there is nothing more to do at this moment, then sleeps. What handlers send meanwhile joins the loop. */
  function pump(bytesIn?: Uint8Array): void {
    if (device === undefined) return
    if (isPumping) {
      if (bytesIn !== undefined) arrived.push(bytesIn.slice())
      return
    }
    isPumping = true
    try {
      let wakeAt = run(bytesIn)
      while (device !== undefined && (arrived.length > 0 || wakeAt <= timers.now())) wakeAt = run(arrived.shift())
      sleep(wakeAt)
    } finally {
      isPumping = false
    }
  }

  function run(bytesIn?: Uint8Array): number {
    const { bytesOut, events, wakeAt } = session.step(timers.now(), bytesIn)
    if (bytesOut.length > 0) device?.write(bytesOut)
    for (const event of events) {
      if (event.type === 'try-next-rate') tryNextRate().catch(() => {}) // the next event tries another
      onEvent(event)
    }
    // What the handlers have queued wants to leave now.
    return events.length > 0 ? timers.now() : wakeAt
  }

  function sleep(wakeAt: number): void {
    timers.clearTimeout(timer)
    timer = undefined
    if (device === undefined || wakeAt === Number.POSITIVE_INFINITY) return
    timer = timers.setTimeout(() => pump(), Math.max(SHORTEST, Math.ceil(wakeAt - timers.now())))
  }

  async function tryNextRate(): Promise<void> {
    const current = device
    const baud = current === undefined ? undefined : await hunt.next(current)
    if (baud === undefined || device !== current) return
    link.attach(timers.now(), { baud })
    pump()
  }

  function gone(cause?: unknown): void {
    if (device === undefined) return
    device = undefined
    arrived = []
    timers.clearTimeout(timer)
    link.detach(timers.now())
    for (const event of session.step(timers.now()).events) onEvent(event)
    onGone(cause)
  }
}

/** Waits until the control stream has left, not for long. */
async function lastWords(link: Link, timers: Timers, isThere: () => boolean): Promise<void> {
  const end = timers.now() + LINGER
  while (link.isUp && link.pending('control') > 0 && timers.now() < end && isThere()) {
    await new Promise<void>((resolve) => timers.setTimeout(resolve, 5))
  }
}
