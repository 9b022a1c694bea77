import { type AnyEndpoint, type Endpoint, endpoint, type JsonSchema } from '@nationec/agent/endpoints'
import type { Simulator } from '@nationec/simulator'
import type { ShownScreen } from '../shown-screen.ts'

export interface SimulatorContext {
  readonly simulator: Simulator
  /** What the terminal shows; pages are told. */
  readonly screen: Pick<ShownScreen, 'now' | 'tell'>
}

interface Answered {
  readonly answer: JsonSchema
}

/** An endpoint of the simulator, with what is the same for all of them. */
export function simulatorEndpoint<Body = undefined, Query = undefined>({
  answer,
  ...made
}: Pick<Endpoint<Body, Query>, 'id' | 'method' | 'path' | 'summary' | 'body' | 'handle'> & Answered): AnyEndpoint {
  return endpoint<Body, Query>({
    ...made,
    tag: 'simulator',
    access: 'paired',
    response: { status: 200, schema: answer },
  })
}
