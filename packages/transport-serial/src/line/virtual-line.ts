import type { Faults } from './faults.ts'
import { createNoisyWire } from './noisy-wire.ts'

/** One end of a line as its owner drives it; the shape of a link's `step`. */
export interface Stepper {
  step(now: number, bytesIn: Uint8Array): { readonly bytesOut: Uint8Array; readonly wakeAt: number }
}

export interface VirtualLineOptions {
  readonly seed: number
  /** Bits per second; a byte takes ten. */
  readonly baud: number
  /** From the last bit of a byte to its delivery, in milliseconds, for each direction. Default 0. */
  readonly latency?: number
  readonly faults?: Faults
  /** Of the way back, if other than those of the way there. */
  readonly faultsBack?: Faults
}

/** The two ends of a line. */
export type EndName = 'a' | 'b'

/** Two ends and the line between them in virtual time: simulated hours run in seconds, the same for the same seed. */
export interface VirtualLine {
  readonly now: number
  /** Puts something at an end, now or later; what was there is gone, without a word. */
  plug(end: EndName, stepper: Stepper | undefined): void
  /** Lets the end step now: something was given to it. */
  poke(end: EndName): void
  /** Calls back at the given time. */
  at(time: number, work: () => void): void
  /** False: whatever is on the wire is lost until it is true again. */
  setConnected(connected: boolean): void
  /** Bytes sent and arriving at other rates are garbage. Default: both ends have that of the line. */
  setBaud(end: EndName, baud: number): void
  /** Runs until the time, or until `isDone` says so after an event; says whether it did. */
  run(until: number, isDone?: () => boolean): boolean
}

interface Parcel {
  readonly at: number
  readonly bytes: Uint8Array
}

interface End {
  stepper: Stepper | undefined
  wakeAt: number
  baud: number
  /** When its last byte has left. */
  freeAt: number
  readonly inbox: Parcel[]
  inboxHead: number
}

export function createVirtualLine(options: VirtualLineOptions): VirtualLine {
  const { seed, baud, latency = 0, faults = {}, faultsBack = faults } = options
  const ends = { a: createEnd(baud), b: createEnd(baud) }
  const wires = { a: createNoisyWire(faults, seed), b: createNoisyWire(faultsBack, seed ^ 0x5bd1_e995) }
  const plans: { readonly at: number; readonly work: () => void }[] = []
  let now = 0
  let isConnected = true
  let cutAt = Number.NEGATIVE_INFINITY

  return {
    get now() {
      return now
    },
    plug(name, stepper) {
      ends[name].stepper = stepper
      ends[name].wakeAt = stepper === undefined ? Number.POSITIVE_INFINITY : now
    },
    poke(name) {
      ends[name].wakeAt = now
    },
    at(time, work) {
      const index = plans.findIndex((plan) => plan.at > time)
      plans.splice(index === -1 ? plans.length : index, 0, { at: time, work })
    },
    setConnected(connected) {
      if (isConnected && !connected) for (const end of [ends.a, ends.b]) end.inbox.length = end.inboxHead
      isConnected = connected
      cutAt = now
    },
    setBaud(name, rate) {
      ends[name].baud = rate
    },
    run(until, isDone = () => false) {
      for (;;) {
        if (isDone()) return true
        const next = Math.min(plans[0]?.at ?? until, nextOf(ends.a), nextOf(ends.b))
        if (next >= until) {
          now = Math.max(now, until)
          return false
        }
        now = Math.max(now, next)
        const plan = plans[0]
        if (plan !== undefined && plan.at <= now) {
          plans.shift()
          plan.work()
        } else turn()
      }
    },
  }

  /** Lets each end step that has something to do. */
  function turn(): void {
    for (const name of ['a', 'b'] as const) {
      const end = ends[name]
      const parcel = end.inbox[end.inboxHead]
      if (parcel !== undefined && parcel.at <= now) {
        end.inboxHead += 1
        if (end.inboxHead > 1000) {
          end.inbox.splice(0, end.inboxHead)
          end.inboxHead = 0
        }
        step(name, parcel.bytes)
      } else if (end.wakeAt <= now) step(name, NOTHING)
    }
  }

  function step(name: EndName, bytes: Uint8Array): void {
    const end = ends[name]
    if (end.stepper === undefined) return
    const { bytesOut, wakeAt } = end.stepper.step(now, bytes)
    end.wakeAt = wakeAt
    if (bytesOut.length > 0) carry(name, bytesOut)
  }

  /** Puts bytes on the wire. They are delivered up to each delimiter, when its last bit has arrived. */
  function carry(name: EndName, bytes: Uint8Array): void {
    const from = ends[name]
    const to = ends[name === 'a' ? 'b' : 'a']
    const byteTime = 10_000 / from.baud
    let parcel: number[] = []
    let clock = Math.max(now, from.freeAt)
    const wire = wires[name]
    for (const byte of bytes) {
      clock += byteTime
      if (!isConnected || clock < cutAt) continue
      wire(from.baud === to.baud ? byte : (byte * 167 + 91) & 0xff, (arrived) => parcel.push(arrived))
      if (parcel.at(-1) === 0) {
        to.inbox.push({ at: clock + latency, bytes: Uint8Array.from(parcel) })
        parcel = []
      }
    }
    if (parcel.length > 0) to.inbox.push({ at: clock + latency, bytes: Uint8Array.from(parcel) })
    from.freeAt = clock
  }
}

const NOTHING = new Uint8Array(0)

function createEnd(baud: number): End {
  return { stepper: undefined, wakeAt: Number.POSITIVE_INFINITY, baud, freeAt: 0, inbox: [], inboxHead: 0 }
}

function nextOf(end: End): number {
  return Math.min(end.inbox[end.inboxHead]?.at ?? Number.POSITIVE_INFINITY, end.wakeAt)
}
