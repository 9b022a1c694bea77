import type { Issue } from '../errors/issue.ts'
import type { UnreadFields } from '../errors/unread-fields.ts'
import type { MessageBodies } from '../generated/bodies.ts'
import type { Evidence } from './evidence.ts'
import type { Shape, ValueOfShape } from './field.ts'

/**
 * A rule over several fields of a request: reports what is wrong, by path.
 *
 * Written as a method's type, so that a rule over certain fields counts as a rule of some message: it is only ever
 * called with a body that passed its own message's schema.
 */
export type MessageRule<S extends Shape> = {
  rule(body: ValueOfShape<S>, report: (issue: Issue) => void): void
}['rule']

/** A number of the centre that belongs to one number of ours. */
export type GivenName = 'payOrdId' | 'refdSn'

/** One message pair: everything known of a request and its answer, as data. */
export interface Message<Request extends Shape = Shape, Response extends Shape = Shape, Known extends string = string> {
  /** The transType or infno under which public material knows it. A profile says which transType goes on the wire. */
  readonly name: string
  /** Exists for the type checker only: which of the messages whose bodies are written out it is, if it is one. */
  readonly '~known'?: Known
  /** The documents' Chinese title. */
  readonly title: string
  readonly english: string
  /** The clause of the specification, when it has one. */
  readonly clause?: string
  readonly evidence: Evidence
  /** True for a request that travels without the envelope: InData is the body itself. Its answer has the usual one. */
  readonly bare?: boolean
  /**
   * What a request does when it is carried out. `money`: it makes, pays, withdraws or refunds an order, so it is never
   * repeated. `nothing`: asking again is safe.
   */
  readonly moves: 'money' | 'nothing'
  readonly request: Request
  readonly response: Response
  /** Checked when every field by itself is right. */
  readonly rules?: readonly MessageRule<Request>[]
  /**
   * Numbers and amounts of the request. An answer that holds one of them with another value belongs to another request,
   * whether or not the field is described as a part of the answer.
   */
  readonly echoes?: readonly (keyof Request & string)[]
  /** A number of the centre, and the number of ours that it is given for: never given for a second one. */
  readonly pair?: { readonly theirs: GivenName; readonly ours: 'medOrgOrd' | 'appRefdSn' }
}

/** The request body of a message: the interface that is written out for it, or what the compiler makes of its fields. */
export type RequestOf<M> =
  M extends Message<infer Request, Shape, infer Known>
    ? Known extends keyof MessageBodies
      ? MessageBodies[Known]['request']
      : ValueOfShape<Request>
    : never

/** The response body of a message, in the same way. */
export type ResponseOf<M> =
  M extends Message<Shape, infer Response, infer Known>
    ? Known extends keyof MessageBodies
      ? MessageBodies[Known]['response']
      : ValueOfShape<Response> & UnreadFields
    : never

/** Describes a message; the types of its bodies follow from the fields. */
export function defineMessage<const Request extends Shape, const Response extends Shape>(
  message: Message<Request, Response>,
): Message<Request, Response> {
  return message
}

/** Describes a message of this package: its bodies are the interfaces that `npm run docs` writes. */
export function defineStandardMessage<
  const Known extends keyof MessageBodies,
  const Request extends Shape,
  const Response extends Shape,
>(message: Message<Request, Response, Known> & { readonly name: Known }): Message<Request, Response, Known> {
  return message
}
