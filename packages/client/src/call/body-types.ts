import type { Message, RequestOf } from '@nationec/protocol'

/** Fields that the client fills from its own settings when they are left out. */
type Filled = 'orgId' | 'orgCodg'

/** A request body without what the client fills in. */
export type ParametersOf<M extends Message, Optional extends string = never> = OptionalFields<
  RequestOf<M>,
  Filled | Optional
>

type OptionalFields<Body, Names extends string> = Omit<Body, Names> & Partial<Pick<Body, Names & keyof Body>>
