import { ProtocolError, type ReceivedRequest, readRequest } from '@nationec/protocol'
import { Refused, refusalText, refuse } from './errors/refused.ts'
import { SimulatorFault } from './errors/simulator-fault.ts'
import { amountFault, type StruckBills } from './faults/amount-faults.ts'
import type { Fault } from './faults/fault.ts'
import type { FaultPlan } from './faults/fault-plan.ts'
import { strike } from './faults/strike.ts'
import type { Opened, Room } from './operations/operation.ts'
import type { SimulatedOperation } from './operations/operation-name.ts'
import { roomOf } from './operations/rooms.ts'
import type { World } from './world.ts'

/** What `handle` is told besides the text; fits the context of a mock transport. */
export interface HandleContext {
  /** Aborted when the caller has stopped waiting. */
  readonly signal?: AbortSignal | undefined
}

/** What the front door needs besides the world. */
export interface DoorParts {
  readonly operations: ReadonlyMap<string, SimulatedOperation>
  readonly faults: FaultPlan
  readonly sleep: (milliseconds: number) => Promise<void>
  reboot(): void
}

/** A request on its way in: what it is, and what can be done with it. */
interface Arrival {
  readonly orgId: string
  readonly operation: SimulatedOperation | undefined
  readonly room: Room | undefined
  readonly opened: Opened | Refused
}

/** The front door: reads a request, lets a fault strike, carries it out and gives the answer. */
export function createHandle(
  world: World,
  { operations, faults, sleep, reboot }: DoorParts,
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
        : amountFault(world, struck, operation, orgId, opened.body))
    if (fault === undefined || fault.kind === 'none') return { kind: 'none' }
    const cause = planned === undefined ? 'amount' : 'script'
    world.tell({ type: 'fault', kind: fault.kind, cause, operation: operation ?? 'unknown' })
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
    world.tell({ type: 'answer', operation: operation ?? 'unknown', code })
    return text
  }

  return async function handle(text, { signal } = {}) {
    if (signal?.aborted) {
      throw new SimulatorFault('SIMULATED_SILENCE', { delivery: 'not-sent', cause: signal.reason })
    }
    const arrival = receive(world, operations, text)
    const { operation, orgId } = arrival
    world.tell({ type: 'request', operation: operation ?? 'unknown' })
    const fault = chooseFault(arrival)
    return strike(fault, {
      signal,
      orgId,
      message: arrival.room?.message,
      random: world.random,
      sleep,
      earlierAnswer: lastAnswers.get(operation) ?? lastAnswer,
      reboot,
      carryOut: () => carryOut(arrival, fault, signal),
    })
  }
}

function receive(world: World, operations: ReadonlyMap<string, SimulatedOperation>, text: string): Arrival {
  const received = readEnvelope(text)
  if (received instanceof Refused) {
    world.counter.request(undefined)
    return { orgId: '', operation: undefined, room: undefined, opened: received }
  }
  const { orgId, transType } = received
  world.counter.request(transType)
  const operation = operations.get(transType)
  if (operation === undefined) {
    return { orgId, operation, room: undefined, opened: refuse('TRANS_TYPE_UNKNOWN') }
  }
  const room = roomOf(world.profile, operation)
  return { orgId, operation, room, opened: room.open(world, received) }
}

function readEnvelope(text: string): ReceivedRequest | Refused {
  try {
    return readRequest(text)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return refuse('REQUEST_UNREADABLE', error.issues.map(({ path }) => path).join(', '))
  }
}
