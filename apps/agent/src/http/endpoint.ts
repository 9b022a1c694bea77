import type { BilingualText } from '@nationec/errors'
import type { JsonSchema } from '@nationec/protocol'
import type { Principal } from '../pairing/token-store.ts'
import type { Caller } from '../security/origins.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * Who may call.
 *
 * - `open`: listed pages, own pages and programs, without a token
 * - `paired`: with a token
 * - `console`: with a token of the agent's own console or of a program on this machine
 */
export type Access = 'open' | 'paired' | 'console'

/** What a body, or the parameters behind the question mark, must be: one source for checking and for documentation. */
export interface Input<Value> {
  readonly schema: JsonSchema
  /** @throws with every bad field */
  read(given: Readonly<Record<string, unknown>>): Value
}

/** One request on its way through an endpoint. */
export interface Call<Body, Query> {
  readonly requestId: string
  readonly caller: Caller
  readonly principal: Principal | undefined
  /** Parts of the path in braces. */
  readonly params: Readonly<Record<string, string>>
  readonly body: Body
  /** The body before it was read, for the digest of an operation. */
  readonly given: Readonly<Record<string, unknown>>
  readonly query: Query
  readonly key: string | undefined
  /** Aborted when the caller has gone, or when the agent must stop. */
  readonly signal: () => AbortSignal
  header(name: string): string | undefined
}

/** What an endpoint answers; a `Response` passes as it is. */
export interface Reply {
  readonly status?: number
  readonly body?: unknown
  /** True for a problem document. */
  readonly problem?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** One path and method: what it takes, what it gives, what it does. */
export interface Endpoint<Body = never, Query = never> {
  /** Name of the operation in the OpenAPI document; that of the client's method where there is one. Default: made of method and path. */
  readonly id?: string | undefined
  readonly method: Method
  /** With parts in braces, as OpenAPI writes them: `/v1/orders/{id}`. */
  readonly path: string
  readonly tag: string
  readonly summary: BilingualText
  readonly access: Access
  /** `Idempotency-Key`: default not read. */
  readonly key?: 'required' | 'optional' | undefined
  /** Bytes of the body. Default 1 MiB. */
  readonly limit?: number | undefined
  readonly body?: Input<Body> | undefined
  /** Adds what the agent knows to the body before it is checked. */
  prepare?(given: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
  readonly query?: Input<Query> | undefined
  readonly response: {
    readonly status: number
    readonly schema?: JsonSchema | undefined
    readonly type?: string | undefined
    /** Other statuses of the same body. */
    readonly also?: readonly number[] | undefined
  }
  handle(call: Call<Body, Query>): Reply | Response | Promise<Reply | Response>
}

/** An endpoint whose types have been checked where it was made. */
export type AnyEndpoint = Endpoint<never, never>

/** Lets the types of an endpoint's body and query follow from what it says of them. */
export function endpoint<Body = undefined, Query = undefined>(made: Endpoint<Body, Query>): AnyEndpoint {
  return made as unknown as AnyEndpoint
}
