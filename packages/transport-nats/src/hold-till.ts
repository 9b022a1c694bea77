import { aFunction, anObject, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'
import { randomId } from './ids.ts'
import { askForLease } from './leases.ts'
import { type ServeTillOptions, serveTill, type TillServer } from './serve-till.ts'

/**
 * How a till stands to its centre. `serving`: it has its lease. `alone`: no centre has answered; a till that had a lease
 * goes on serving under it. `held`: another agent has the till. `forbidden`: the server does not let this user serve it.
 */
export type HoldState = 'serving' | 'alone' | 'held' | 'forbidden'

/** Settings of {@link holdTill}. */
export interface HoldTillOptions extends Omit<ServeTillOptions, 'epoch'> {
  /** Hears of every change. What it throws is ignored. */
  readonly onState?: ((state: HoldState) => void) | undefined
  /** Milliseconds between two questions for the lease. Default 10,000: a third of what a lease lasts. */
  readonly renewAfter?: number | undefined
}

/** A till that is held until `close`. */
export interface HeldTill extends AsyncDisposable {
  readonly state: HoldState
  /** Ends the lease, lets what runs come to its end, and releases the terminal. */
  close(): Promise<void>
}

const OPTIONS: OptionNames<HoldTillOptions> = {
  ...{ connection: true, till: true, transport: true, memory: true, onState: true, renewAfter: true },
}

/**
 * Serves a till as long as the centre gives it the lease: under the epoch of the lease, so that an agent that was replaced
 * hears nothing any more.
 *
 * Resolves at once, also when no centre is there: the till works at its own desk, and asks again and again.
 *
 * @throws `OPTION_INVALID`
 * @example not run: needs a NATS server
 * ```ts
 * import { connect } from '@nats-io/transport-node'
 * import { mockTransport } from '@nationec/transport-mock'
 * import { holdTill, volatileMemory } from '@nationec/transport-nats'
 *
 * const servers = 'tls://nats.hospital.example:4222'
 * const connection = await connect({ servers, maxReconnectAttempts: -1, inboxPrefix: 'till.T12.inbox' })
 * const transport = mockTransport((text) => text)
 * await using held = holdTill({ connection, till: 'T12', transport, memory: volatileMemory() })
 * console.log(held.state)
 * ```
 */
export function holdTill(options: HoldTillOptions): HeldTill {
  const invalid = optionErrorOf('nats')
  requireOption(typeof options === 'object' && options !== null, 'options', anObject, invalid)
  requireKnownOptions(options, OPTIONS, invalid)
  const { onState, renewAfter = 10_000, ...served } = options
  requireOption(onState === undefined || typeof onState === 'function', 'onState', aFunction, invalid)
  const { connection, till, memory } = served
  const request = { till, agent: randomId(), ledger: memory.ledger, ends: false }
  let state: HoldState = 'alone'
  let server: TillServer | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let closing: Promise<void> | undefined
  let turn = renew()
  return {
    get state() {
      return state
    },
    close,
    [Symbol.asyncDispose]: close,
  }

  async function renew(): Promise<void> {
    const answer = await askForLease(connection, request)
    if (closing === undefined) await follow(answer)
    if (closing !== undefined) return
    timer = setTimeout(() => {
      turn = renew()
    }, renewAfter)
  }

  async function follow(answer: Awaited<ReturnType<typeof askForLease>>): Promise<void> {
    if (answer === 'nothing') return tell('alone')
    if (answer === 'held') {
      tell('held')
      await endServing()
      return
    }
    if (server !== undefined && server.epoch !== answer.epoch) await endServing()
    try {
      server ??= await serveTill({ ...served, epoch: answer.epoch })
      tell('serving')
    } catch {
      tell('forbidden')
    }
  }

  async function endServing(): Promise<void> {
    const ended = server
    server = undefined
    await ended?.close()
  }

  function tell(next: HoldState): void {
    if (next === state) return
    state = next
    try {
      onState?.(next)
    } catch {
      // The till goes on.
    }
  }

  function close(): Promise<void> {
    closing ??= (async () => {
      clearTimeout(timer)
      await turn
      await endServing()
      if (!connection.isClosed()) await askForLease(connection, { ...request, ends: true })
    })()
    return closing
  }
}
