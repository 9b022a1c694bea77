import { aFunction, requireOption } from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'
import type { Msg, NatsConnection } from '@nats-io/transport-node'
import { envelopeOf, toHeaders } from './envelope.ts'
import { isId } from './ids.ts'
import { requireConnection } from './require-connection.ts'
import { CENTRE_QUEUE, isEpoch, isTillName, leaseSubject } from './subjects.ts'

/** An agent that wants to serve a till, or to go on with it. */
export interface LeaseRequest {
  readonly till: string
  /** Names the process of the agent. */
  readonly agent: string
  /** Names its memory. */
  readonly ledger: string
  /** True when the agent stops: another one need not wait until the lease ends. */
  readonly ends: boolean
}

/** Settings of {@link serveLeases}. */
export interface ServeLeasesOptions {
  readonly connection: NatsConnection
  /** Gives the epoch of the lease, or `held` when another agent has the till. What it throws is no answer: the agent asks again. */
  readonly claim: (request: LeaseRequest) => Promise<number | 'held'>
}

/**
 * Answers the agents that ask for the lease of their till, beside any number of processes that do so too.
 *
 * @returns the function that ends it
 * @throws `OPTION_INVALID`
 * @example not run: needs a NATS server
 * ```ts
 * import { connect } from '@nats-io/transport-node'
 * import { serveLeases } from '@nationec/transport-nats'
 *
 * const connection = await connect({ servers: 'tls://nats.hospital.example:4222' })
 * const end = serveLeases({ connection, claim: async () => 1 }) // every agent, always the same epoch: for one agent a till
 * await end()
 * ```
 */
export function serveLeases({ connection, claim }: ServeLeasesOptions): () => Promise<void> {
  requireConnection(connection)
  requireOption(typeof claim === 'function', 'claim', aFunction, optionErrorOf('nats'))
  const subscription = connection.subscribe(leaseSubject('*'), {
    queue: CENTRE_QUEUE,
    callback: (error, message) => {
      if (error === null) void answer(message)
    },
  })
  return async () => {
    if (!connection.isClosed()) await subscription.drain().catch(() => {})
  }

  async function answer(message: Msg): Promise<void> {
    const [, till] = message.subject.split('.')
    const { agent, ledger, kind } = envelopeOf(message)
    // The till is that of the subject: the server has let this user publish there.
    if (!isTillName(till) || !isId(agent) || !isId(ledger)) return
    try {
      const epoch = await claim({ till, agent, ledger, ends: kind === 'ends' })
      message.respond('', {
        headers: toHeaders(epoch === 'held' ? { kind: 'held' } : { kind: 'lease', epoch: String(epoch) }),
      })
    } catch {
      // No answer: the agent goes on with what it has, and asks again.
    }
  }
}

/** What an agent hears when it asks for its lease. `nothing`: no centre has answered. */
export type LeaseAnswer = { readonly epoch: number } | 'held' | 'nothing'

/** Asks once. */
export async function askForLease(connection: NatsConnection, request: LeaseRequest): Promise<LeaseAnswer> {
  const { till, agent, ledger, ends } = request
  try {
    const headers = toHeaders({ agent, ledger, ...(ends && { kind: 'ends' }) })
    const message = await connection.request(leaseSubject(till), '', { timeout: 5_000, headers })
    const { kind, epoch } = envelopeOf(message)
    if (kind === 'held') return 'held'
    return kind === 'lease' && isEpoch(Number(epoch)) ? { epoch: Number(epoch) } : 'nothing'
  } catch {
    return 'nothing'
  }
}
