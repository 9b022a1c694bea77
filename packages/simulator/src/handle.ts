import { ProtocolError, type ReceivedRequest, readRequest, tokenCheck } from '@nationec/protocol'
import { Refused, refusalText, refuse } from './errors/refused.ts'
import { SimulatorFault } from './errors/simulator-fault.ts'
import { amountFault, type StruckBills } from './faults/amount-faults.ts'
import type { Fault } from './faults/fault.ts'
import type { FaultPlan } from './faults/fault-plan.ts'
import { strike } from './faults/strike.ts'
import type { SimulatorContext } from './handlers/context.ts'
import type { Handler, Opened } from './handlers/handler.ts'
import { handlerOf } from './handlers/handlers.ts'
import type { SimulatedOperation } from './operations/operations.ts'

/** What `handle` is told besides the text; fits the context of a mock transport. */
export interface HandleContext {
  /** Aborted when the caller has stopped waiting. */
  readonly signal?: AbortSignal | undefined
}

/** What `handle` needs besides the context of the handlers. */
export interface HandleParts {
  readonly operations: ReadonlyMap<string, SimulatedOperation>
  readonly faults: FaultPlan
  readonly sleep: (milliseconds: number) => Promise<void>
  reboot(): void
}

/** A request on its way in: what it is, and what can be done with it. */
interface Arrival {
  readonly orgId: string
  readonly operation: SimulatedOperation | undefined
  readonly handler: Handler | undefined
  readonly opened: Opened | Refused
}

/** Reads a request, lets a fault strike, runs the handler and returns the answer. */
export function createHandle(
  context: SimulatorContext,
  { operations, faults, sleep, reboot }: HandleParts,
): (text: string, context?: HandleContext) => Promise<string> {
  const struck: StruckBills = new Set()
  const lastAnswers = new Map<SimulatedOperation | undefined, string>()
  let lastAnswer = ''

  function chooseFault({ operation, orgId, opened }: Arrival): Fault {
    const planned = faults.take(operation)
    const fault =
      planned ??
      (operation === undefined || opened instanceof Refused
        ? undefined
        : amountFault(context, struck, operation, orgId, opened.body))
    if (fault === undefined || fault.kind === 'none') return { kind: 'none' }
    const cause = planned === undefined ? 'amount' : 'script'
    context.tell({ type: 'fault', kind: fault.kind, cause, operation: operation ?? 'unknown' })
    return fault
  }

  async function carryOut(arrival: Arrival, fault: Fault, signal: AbortSignal | undefined): Promise<string> {
    const { opened, orgId, operation } = arrival
    const refundFault = fault.kind === 'refund-status' ? fault : undefined
    const { text, code } =
      opened instanceof Refused
        ? { text: refusalText(orgId, opened), code: opened.code }
        : await opened.perform({ signal, refundFault })
    lastAnswers.set(operation, text)
    lastAnswer = text
    context.tell({ type: 'answer', operation: operation ?? 'unknown', code })
    return text
  }

  return async function handle(text, { signal } = {}) {
    if (signal?.aborted) {
      throw new SimulatorFault('SIMULATED_SILENCE', { delivery: 'not-sent', cause: signal.reason })
    }
    const arrival = receive(context, operations, text)
    const { operation, orgId } = arrival
    context.tell({ type: 'request', operation: operation ?? 'unknown' })
    const fault = chooseFault(arrival)
    return strike(fault, {
      signal,
      orgId,
      message: arrival.handler?.message,
      random: context.random,
      sleep,
      earlierAnswer: lastAnswers.get(operation) ?? lastAnswer,
      reboot,
      carryOut: () => carryOut(arrival, fault, signal),
    })
  }
}

function receive(
  context: SimulatorContext,
  operations: ReadonlyMap<string, SimulatedOperation>,
  text: string,
): Arrival {
  const received = readEnvelope(text)
  if (received instanceof Refused) {
    context.counter.request(undefined)
    return { orgId: '', operation: undefined, handler: undefined, opened: received }
  }
  const { orgId, transType } = received
  context.counter.request(transType)
  const operation = operations.get(transType)
  if (operation === undefined) {
    return { orgId, operation, handler: undefined, opened: refuse('TRANS_TYPE_UNKNOWN') }
  }
  const handler = handlerOf(context.profile, operation)
  return { orgId, operation, handler, opened: handler.open(context, received) }
}

function readEnvelope(text: string): ReceivedRequest | Refused {
  try {
    return readRequest(text)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    const bare = readBare(text)
    if (bare !== undefined) return bare
    return refuse('REQUEST_UNREADABLE', error.issues.map(({ path }) => path).join(', '))
  }
}

/** The one request that comes without an envelope, told by its token. The address that tells a real terminal is not known here. */
function readBare(text: string): ReceivedRequest | undefined {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof data !== 'object' || data === null || !('ecToken' in data) || 'transType' in data) return undefined
  return { orgId: '', transType: tokenCheck.name, data, extData: undefined }
}
