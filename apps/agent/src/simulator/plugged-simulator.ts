import type { AnyEndpoint } from '../http/endpoint.ts'

/** What a simulated terminal tells the agent besides its answers. */
export interface SimulatorNews {
  /** What it shows now; pages are told. */
  show(screen: object): void
  /** A push of its centre, as that sends it, and which attempt it is. */
  push(text: string, attempt: number): void
}

/** A simulated terminal that the agent is told of: what it adds, and what ends its news. */
export interface AttachedSimulator {
  /** The routes that play it. */
  readonly endpoints: readonly AnyEndpoint[]
  detach(): void
}

/**
 * The simulated terminal behind an agent's transport, as the program that has made it plugs it in. The agent itself knows
 * no simulator: an agent without one has none of these routes.
 */
export interface PluggedSimulator {
  attach(news: SimulatorNews): AttachedSimulator
}
