import type { Simulator } from '@nationec/simulator'
import type { Transport } from '@nationec/transport'
import type { Memory } from '../engine/memories.ts'
import type { Ledger } from '../ledger.ts'
import type { Write } from '../store/contract.ts'
import type { Chance } from './chance.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Thrown at callers that wait for a process that is dead. */
export class Crash extends Error {}

/** One life of the process: what belongs to it stops with it. */
export interface Life {
  readonly number: number
  isAlive(): boolean
  /** Gives what `work` gives, or rejects with `Crash` when the process dies first. */
  within<Result>(work: Promise<Result>): Promise<Result>
}

/** Everything that a seed drives: clock, store, line, terminal, centre, crashes. */
export interface World {
  readonly seed: number
  readonly time: VirtualTime
  readonly simulator: Simulator
  readonly farEnd: FarEnd
  /** The chance of an order: each has its own, so that a story is the same when others are left out. */
  chanceOf(order: number): Chance
  /** False from the moment on when everything comes back. */
  faults: boolean
  /** What happened, one line each. */
  readonly story: string[]
  tell(line: string): void
  readonly life: Life
  /** The open ledger, as soon as there is one. */
  ledger(): Promise<Ledger>
  /** A place where the process may die. Resolves when it goes on; never when it is dead. */
  point(order: number): Promise<void>
  /** Ends a life of the process, after so many milliseconds if it lasts until then. */
  dies(life: Life, after: number): void
}

/** What truly became of the requests under one key. */
export interface Truth {
  /** Requests that reached the terminal, or may yet. */
  sent: number
  /** How often something was done. */
  effects: number
}

/** The terminal and the centre behind a line that loses, delays, damages and repeats. */
export interface FarEnd {
  transport(life: Life): Transport
  /** What the terminal remembers; it is there about half of the time. */
  readonly memory: Memory
  readonly truth: ReadonlyMap<string, Truth>
  /** The number of the story that rows belong to. */
  orderOf(group: readonly Write[]): number
}
