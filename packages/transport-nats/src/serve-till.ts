import { anObject, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { aTransport, type ExchangeMemory, optionErrorOf, type Transport } from '@nationec/transport'
import { type Msg, type NatsConnection, PermissionViolationError, type Subscription } from '@nats-io/transport-node'
import { natsError } from './errors.ts'
import { isId, randomId } from './ids.ts'
import { linkOf } from './link.ts'
import { requireConnection } from './require-connection.ts'
import { createWanted } from './still-wanted.ts'
import {
  agentSubject,
  anEpoch,
  askSubject,
  aTillName,
  isEpoch,
  isTillName,
  openSubject,
  TILL_QUEUE,
} from './subjects.ts'
import { createTillDesk } from './till-desk.ts'
import { createTillLane } from './till-lane.ts'

/** Settings of {@link serveTill}. */
export interface ServeTillOptions {
  /** A connection to the NATS server that the till has dialled out to. It is never closed here. */
  readonly connection: NatsConnection
  readonly till: string
  /** The way to the terminal. Requests of every session go through one connection of it, one at a time. */
  readonly transport: Transport
  /** What the till remembers of its exchanges, for good. */
  readonly memory: ExchangeMemory
  /** The epoch of the till's lease. Default 0. */
  readonly epoch?: number | undefined
}

/** A till that is reached over NATS. */
export interface TillServer extends AsyncDisposable {
  readonly till: string
  readonly epoch: number
  /** Sessions of the centre's side, since the start. */
  readonly sessions: { readonly opened: number; readonly closed: number }
  /** Takes nothing more, lets what runs come to its end and be answered, and releases the terminal. */
  close(): Promise<void>
}

const OPTIONS: OptionNames<ServeTillOptions> = {
  ...{ connection: true, till: true, transport: true, memory: true, epoch: true },
}

/**
 * Serves a till over a connection to a NATS server: opens sessions, carries out what is asked, once, and answers
 * questions about it.
 *
 * Before the terminal is reached the id of the exchange is stored, and its caller is asked whether it still waits. A
 * second agent of the same till hears nothing of the first one's sessions.
 *
 * @throws `OPTION_INVALID`; `FLEET_FORBIDDEN` if the server does not let this user listen for the till
 * @example not run: needs a NATS server
 * ```ts
 * import { connect } from '@nats-io/transport-node'
 * import { serveTill, volatileMemory } from '@nationec/transport-nats'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const connection = await connect({ servers: 'tls://nats.hospital.example:4222', maxReconnectAttempts: -1 })
 * const transport = mockTransport((text) => text)
 * await using till = await serveTill({ connection, till: 'T12', transport, memory: volatileMemory() })
 * console.log(till.till, till.epoch) // T12 0
 * ```
 */
export async function serveTill(options: ServeTillOptions): Promise<TillServer> {
  const { connection, till, transport, memory, epoch = 0 } = checked(options)
  const agent = randomId()
  const yes = agentSubject(till, epoch, agent, 'yes')
  const [lane, wanted] = [createTillLane(transport, memory), createWanted(yes)]
  const { sessions, ...desk } = createTillDesk({ agent, memory, lane, wanted })
  const refusals: PermissionViolationError[] = []

  const opening = listen(openSubject(till, epoch), desk.open, TILL_QUEUE)
  const working = listen(agentSubject(till, epoch, agent, '*'), desk.hear, TILL_QUEUE)
  const asking = listen(askSubject(till, memory.ledger), desk.ask, TILL_QUEUE)
  // Outside the queue group: to it alone the server says that the caller who is asked back has gone.
  const hearing = listen(`${yes}.*`, wanted.hear)
  // The server answers in order: what it refused is known when this has come back.
  await connection.flush()
  const [refusal] = refusals
  if (refusal !== undefined) {
    for (const subscription of [opening, working, asking, hearing]) subscription.unsubscribe()
    throw natsError('FLEET_FORBIDDEN', { cause: refusal })
  }
  return { till, epoch, sessions, close, [Symbol.asyncDispose]: close }

  function listen(subject: string, listener: (message: Msg) => void, queue?: string): Subscription {
    return connection.subscribe(subject, {
      ...(queue !== undefined && { queue }),
      callback: (error, message) => {
        if (error === null) listener(message)
        else if (error instanceof PermissionViolationError) refusals.push(error)
      },
    })
  }

  /** A subscription is drained, not dropped: what the server had sent on its way is answered, or its caller would wait in vain. */
  async function close(): Promise<void> {
    const ended = lane.close()
    await drain(opening)
    await ended
    await drain(working)
    await lane.close()
    await drain(asking)
    await drain(hearing)
  }

  async function drain(subscription: Subscription): Promise<void> {
    try {
      if (linkOf(connection).up) await subscription.drain()
      else subscription.unsubscribe()
    } catch {
      // The connection is being closed, which ends it too.
    }
  }
}

function checked(options: ServeTillOptions): ServeTillOptions {
  const invalid = optionErrorOf('nats')
  requireOption(typeof options === 'object' && options !== null, 'options', anObject, invalid)
  requireKnownOptions(options, OPTIONS, invalid)
  const { connection, till, transport, memory, epoch = 0 } = options
  requireConnection(connection)
  requireOption(isTillName(till), 'till', aTillName, invalid)
  requireOption(typeof transport?.connect === 'function', 'transport', aTransport, invalid)
  requireOption(isId(memory?.ledger), 'memory', aMemory, invalid)
  requireOption(isEpoch(epoch), 'epoch', anEpoch, invalid)
  return options
}

const aMemory = { en: 'an exchange memory, for example `volatileMemory()`', zh: '交易记忆，例如 `volatileMemory()`' }
