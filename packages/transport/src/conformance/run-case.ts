import assert from 'node:assert/strict'
import type { Connection } from '../transport.ts'
import type { CaseContext, ConformanceCase, PeerAbility, ReadyPeer } from './case.ts'
import type { ConformanceSubject, MakeSubject, Peer } from './peer.ts'
import { type ConformanceTiming, createWaiting, usualTiming, WaitedInVain, type Waiting } from './waiting.ts'

/** How the cases are run. */
export interface CaseOptions {
  /** How long the kit waits. Raise it for slow media. */
  readonly timing?: Partial<ConformanceTiming> | undefined
  /** Bytes of the largest text to carry. Default, and at most, the smaller of the limits. Lower it for slow media. */
  readonly largeText?: number | undefined
}

/**
 * Runs one case on a fresh subject. Resolves if the rule is kept, rejects with the reason if not.
 *
 * `testTransport` does this for all cases; call it yourself to run single rules without a test runner.
 */
export async function runConformanceCase(
  conformanceCase: ConformanceCase,
  makeSubject: MakeSubject,
  options: CaseOptions = {},
): Promise<void> {
  const timing = { ...usualTiming, ...options.timing }
  const waiting = createWaiting(timing)
  const subject = await waiting.within('the factory to make a transport', Promise.resolve(makeSubject()))
  const connections: Connection[] = []
  let failure: { reason: unknown } | undefined
  try {
    const peer = requireAbilities(conformanceCase, subject)
    await conformanceCase.run(contextOf(subject, peer, connections, waiting, timing, options))
  } catch (reason) {
    failure = { reason }
  }
  // A case that waited in vain has shown its patience once: what hangs there hangs here too.
  const again = failure?.reason instanceof WaitedInVain ? createWaiting({ ...timing, patience: timing.quiet }) : waiting
  await closeAll(subject.peer, connections, again)
    .then(() => waiting.within('`dispose`', Promise.resolve(subject.dispose())))
    .catch((reason: unknown) => {
      failure ??= { reason }
    })
  if (failure !== undefined) throw failure.reason
}

function contextOf(
  { transport }: ConformanceSubject,
  peer: ReadyPeer,
  connections: Connection[],
  waiting: Waiting,
  timing: ConformanceTiming,
  { largeText = Number.POSITIVE_INFINITY }: CaseOptions,
): CaseContext {
  return {
    ...waiting,
    transport,
    peer,
    timing,
    largeText: Math.min(largeText, transport.limits.text, transport.limits.answer),
    connect(options) {
      const connection = transport.connect(options)
      connections.push(connection)
      return connection
    },
    close: (connection) => waiting.within('close', connection.close()),
    texts: async () => (await peer.received()).map(({ text }) => text),
    arrived: (count) =>
      waiting.until(`request ${count} to arrive`, async () => (await peer.received()).length >= count),
  }
}

function requireAbilities({ needs = [] }: ConformanceCase, { peer }: ConformanceSubject): ReadyPeer {
  for (const need of needs) {
    assert.ok(
      isAble(peer, need),
      `the far end cannot \`${need}\`: give the peer that ability, or skip this title with a reason`,
    )
  }
  return peer as ReadyPeer
}

function isAble(peer: Peer, need: PeerAbility): boolean {
  return need === 'cut' || need === 'bytes' ? peer.plays?.includes(need) === true : typeof peer[need] === 'function'
}

/** Ends what the case left behind. How a transport closes is the matter of cases, so that is not judged here. */
async function closeAll(peer: Peer, connections: readonly Connection[], waiting: Waiting): Promise<void> {
  await peer.release()
  for (const connection of connections) {
    try {
      await waiting.within('close', connection.close())
    } catch {}
  }
}
