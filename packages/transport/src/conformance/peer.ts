import type { Transport } from '../transport.ts'

/**
 * What the far end does with one request. Plain data, so that it can travel to a far end in another process.
 *
 * - `echo`: answers with the text of the request; also what a far end does when nothing is scripted
 * - `reply`: answers with `text`
 * - `hold`: takes the request and answers with `text` (default: the text of the request) when `release` is called
 * - `fail`: takes the request and fails, as the medium fails; let the failure quote the request if it can,
 *   because the kit looks for leaks
 * - `cut`: begins to answer with `text` and breaks off half way, as if the line went dead: fewer bytes than were
 *   announced, then the end. Only if `plays` names it
 * - `bytes`: answers with these bytes as they are, which may be no text at all. Only if `plays` names it
 */
export type PeerBehaviour =
  | { readonly do: 'echo' }
  | { readonly do: 'reply'; readonly text: string }
  | { readonly do: 'hold'; readonly text?: string }
  | { readonly do: 'fail' }
  | { readonly do: 'cut'; readonly text: string }
  | { readonly do: 'bytes'; readonly bytes: readonly number[] }

/** One request as the far end saw it. Leave out what the medium does not carry, and skip the title that asks for it. */
export interface PeerRequest {
  readonly text: string
  /** The business address. */
  readonly url?: string | undefined
  /** Milliseconds, as the transport told the far end. */
  readonly remaining?: number | undefined
}

/** How many times the device was opened and released so far. */
export interface PeerSessions {
  readonly opened: number
  readonly closed: number
}

/**
 * The far end of a transport under test, written by the contributor: it does what it is told and says what arrived.
 *
 * Every member may be asynchronous. `disconnect`, `failNextOpen` and `plays` may be left out if the medium cannot do
 * them; the cases that need them must then be skipped by name, with a reason.
 */
export interface Peer {
  /** Says what to do with the next request that has no behaviour yet. Behaviours queue up. */
  next(behaviour: PeerBehaviour): void | Promise<void>
  /** Answers every request that is on `hold`. */
  release(): void | Promise<void>
  /** The requests that arrived, in order. */
  received(): readonly PeerRequest[] | Promise<readonly PeerRequest[]>
  /** Counts what `open` and `close` of the sessions did to the device. */
  sessions(): PeerSessions | Promise<PeerSessions>
  /** Cuts the link under every open session. */
  disconnect?(): void | Promise<void>
  /** Makes the next opening fail. */
  failNextOpen?(): void | Promise<void>
  /** The behaviours beyond the usual four. Missing for a medium that carries texts and no bytes, such as a function. */
  readonly plays?: readonly ('cut' | 'bytes')[]
}

/** A fresh transport with its far end, made for one case. */
export interface ConformanceSubject {
  readonly transport: Transport
  readonly peer: Peer
  /** Takes down what the factory set up. Called after each case, also after one that failed. */
  dispose(): void | Promise<void>
}

/** Makes a subject; called once for each case. */
export type MakeSubject = () => ConformanceSubject | Promise<ConformanceSubject>
