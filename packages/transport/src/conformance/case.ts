import assert from 'node:assert/strict'
import type { Connection, ConnectOptions, ExchangeOptions, Transport } from '../transport.ts'
import type { Peer } from './peer.ts'
import type { ConformanceTiming, Waiting } from './waiting.ts'

/** A far end that can do everything the case declared in `needs`. */
export type ReadyPeer = Required<Peer>

/** What a case works with. */
export interface CaseContext extends Waiting {
  readonly transport: Transport
  readonly peer: ReadyPeer
  readonly timing: ConformanceTiming
  /** The size of the largest text to carry, in bytes. */
  readonly largeText: number
  /** Makes a connection that is closed after the case. */
  connect(options?: ConnectOptions): Connection
  /** Closes a connection, within the patience. */
  close(connection: Connection): Promise<void>
  /** Waits until that many requests have arrived. */
  arrived(count: number): Promise<void>
  /** The texts of the requests that arrived, in order. */
  texts(): Promise<readonly string[]>
}

/** What a far end may be unable to do. */
export type PeerAbility = 'disconnect' | 'failNextOpen' | 'cut' | 'bytes'

/** One rule of the contract, under a title that never changes: skip lists and reports name it. */
export interface ConformanceCase {
  readonly title: string
  /** What the far end must be able to do beyond the usual. */
  readonly needs?: readonly PeerAbility[]
  run(context: CaseContext): Promise<void>
}

/** A request that is told apart from all others of its case. */
export function textOf(label: string): string {
  return JSON.stringify({ orgId: 'H33010200001', transType: 'ec.query', data: { label } })
}

/** Sends a text and gives its answer, within the patience. */
export function send(
  context: CaseContext,
  connection: Connection,
  text: string,
  options?: ExchangeOptions,
): Promise<string> {
  return context.within('an answer', connection.exchange({ text }, options))
}

/** Starts an exchange that is looked at later; until then its failure must not count as unhandled. */
export function start(connection: Connection, text: string, options?: ExchangeOptions): Promise<string> {
  const exchange = connection.exchange({ text }, options)
  exchange.catch(() => {})
  return exchange
}

/** Opens the device by one exchange, so that what follows is not about opening. */
export async function connectWarm(context: CaseContext): Promise<Connection> {
  const connection = context.connect()
  await send(context, connection, textOf('first'))
  return connection
}

/** What the cases look at of an error; whether it is one of ours is a case of its own. */
export interface Failure {
  readonly code?: unknown
  readonly delivery?: unknown
  readonly message?: unknown
  readonly cause?: unknown
}

/** Gives the reason of a rejection, or fails if there is none. */
export async function rejectionOf(context: CaseContext, what: string, promise: Promise<unknown>): Promise<Failure> {
  const outcome = await context.within(
    `${what} to be rejected`,
    promise.then(
      () => undefined,
      (error: unknown) => ({ error }),
    ),
  )
  assert.ok(outcome !== undefined, `${what} must be rejected, but was answered`)
  const { error } = outcome
  assert.ok(typeof error === 'object' && error !== null, `${what} must be rejected with an error`)
  return error
}

/** Fails unless the exchange is rejected with this code and this delivery. */
export async function expectFailure(
  context: CaseContext,
  what: string,
  promise: Promise<unknown>,
  expected: { readonly code: string; readonly delivery: string },
): Promise<void> {
  const { code, delivery } = await rejectionOf(context, what, promise)
  assert.deepEqual({ code, delivery }, expected, `${what} must say ${expected.code}, ${expected.delivery}`)
}

/** Fails unless both texts are equal, without printing either: one may be 900K. */
export function expectSame(what: string, actual: string, expected: string): void {
  if (actual === expected) return
  let index = 0
  while (index < expected.length && actual[index] === expected[index]) index += 1
  assert.fail(`${what} differs at character ${index}: ${actual.length} characters instead of ${expected.length}`)
}
