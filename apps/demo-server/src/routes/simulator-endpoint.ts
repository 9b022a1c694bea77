import type { Simulator } from '@nationec/simulator'
import { agentError } from '../errors/agent-error.ts'
import type { EventLog } from '../events/event-log.ts'
import { type AnyEndpoint, type Endpoint, endpoint } from '../http/endpoint.ts'

export interface SimulatorContext {
  /** Absent when the terminal is a real one: then every route of the simulator is refused. */
  readonly simulator: Simulator | undefined
  readonly events: Pick<EventLog, 'tell'>
}

/** @throws `SIMULATOR_ABSENT` */
export function present({ simulator }: Pick<SimulatorContext, 'simulator'>): Simulator {
  if (simulator === undefined) throw agentError('SIMULATOR_ABSENT')
  return simulator
}

/** An endpoint of the simulator, with what is the same for all of them. */
export function simulatorEndpoint<Body = undefined, Query = undefined>(
  made: Pick<Endpoint<Body, Query>, 'method' | 'path' | 'summary' | 'body' | 'handle'>,
): AnyEndpoint {
  return endpoint<Body, Query>({
    ...made,
    tag: 'simulator',
    access: 'paired',
    response: { status: 200, schema: { type: 'object' } },
  })
}
