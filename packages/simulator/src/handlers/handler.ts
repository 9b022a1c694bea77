import {
  decodeRequest,
  encodeResponse,
  type Message,
  namesOneInstitution,
  ProtocolError,
  type ReceivedRequest,
  type RequestOf,
  type ResponseOf,
} from '@nationec/protocol'
import { Refused, refusalText, refuse } from '../errors/refused.ts'
import type { RefundFault } from '../faults/fault.ts'
import type { SimulatorContext } from './context.ts'

/** One request as an operation sees it. */
export interface Call<Body> {
  /** The institution of the envelope. */
  readonly orgId: string
  readonly body: Body
  readonly signal: AbortSignal | undefined
  /** A fault that has to happen inside a refund. */
  readonly refundFault: RefundFault | undefined
}

/** An answer as text, and its code. */
export interface WrittenAnswer {
  readonly text: string
  readonly code: number
}

/** A request that was understood; nothing has happened yet. */
export interface Opened {
  /** The checked body, for faults by amount. */
  readonly body: Readonly<Record<string, unknown>>
  /** Does the work and writes the answer. */
  perform(options: Pick<Call<unknown>, 'signal' | 'refundFault'>): Promise<WrittenAnswer>
}

/** One interface of the terminal: how its message is read, what it does, how its answer is written. */
export interface Handler {
  readonly message: Message
  open(context: SimulatorContext, received: ReceivedRequest): Opened | Refused
}

/** Makes a handler out of a message and what it does. */
export function defineHandler<M extends Message>(
  message: M,
  perform: (
    context: SimulatorContext,
    call: Call<RequestOf<M>>,
  ) => ResponseOf<M> | Refused | Promise<ResponseOf<M> | Refused>,
): Handler {
  return {
    message,
    open(context, received) {
      const { orgId } = received
      const { profile } = context
      const body = readBody(() => decodeRequest(message, received, profile))
      if (body instanceof Refused) return body
      if (!namesOneInstitution({ orgId, data: body }, profile)) return refuse('INSTITUTION_MISMATCH')
      return {
        body: body as Readonly<Record<string, unknown>>,
        async perform({ signal, refundFault }) {
          const outcome = await perform(context, { orgId, body, signal, refundFault })
          if (outcome instanceof Refused) return { text: refusalText(orgId, outcome), code: outcome.code }
          return { text: encodeResponse(message, { orgId, data: outcome }, profile), code: 0 }
        },
      }
    },
  }
}

/** A body that breaks its rules is refused with the paths of the bad fields, never with their values. */
function readBody<Body>(read: () => Body): Body | Refused {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return refuse('REQUEST_INVALID', error.issues.map(({ path }) => path).join(', '))
  }
}
