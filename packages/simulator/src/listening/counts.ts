import type { SimulatedOperation } from '../operations/operations.ts'

/** How often something was done, not how often it was asked for. */
export interface EffectCounts {
  readonly uploads: number
  readonly payments: number
  readonly revokes: number
  readonly refunds: number
  /** Pushes that reached the listeners, repeated ones among them. */
  readonly pushes: number
}

/** What a simulator has seen and done since it was made. */
export interface SimulatorCounts {
  /** Requests received per transType of the profile; `unknown` for every other text. */
  readonly requests: Readonly<Record<string, number>>
  readonly effects: EffectCounts
}

export interface Counter {
  request(transType: string | undefined): void
  effect(name: keyof EffectCounts): void
  read(): SimulatorCounts
}

export function createCounter(transTypes: ReadonlyMap<string, SimulatedOperation>): Counter {
  const requests: Record<string, number> = { unknown: 0 }
  for (const transType of transTypes.keys()) requests[transType] = 0
  const effects = { uploads: 0, payments: 0, revokes: 0, refunds: 0, pushes: 0 }
  return {
    request(transType) {
      const name = transType !== undefined && transTypes.has(transType) ? transType : 'unknown'
      requests[name] = (requests[name] ?? 0) + 1
    },
    effect(name) {
      effects[name] += 1
    },
    read: () => ({ requests: { ...requests }, effects: { ...effects } }),
  }
}
