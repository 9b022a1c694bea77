import type { LinkMessage, PeerId, RequestId, RequestState } from '../message/message.ts'
import type { TerminalRecords } from './terminal-records.ts'
import { createTextQueue } from './text-queue.ts'

/** A message on its way to the institution. */
export interface SendAction {
  readonly type: 'send'
  readonly message: LinkMessage
}

/** Says to the institution at the other end what is its own, and nothing while there is none. */
export class Teller {
  readonly #records: TerminalRecords
  readonly #texts = createTextQueue()
  /** The institution cannot read them: they are told when it asks, and not at every opening. */
  readonly #unreadable = new Set<RequestId>()
  #peer: PeerId | undefined

  constructor(records: TerminalRecords) {
    this.#records = records
  }

  /** Who is at the other end now. */
  get peer(): PeerId | undefined {
    return this.#peer
  }

  /** Says again what this institution has not acknowledged. */
  opened(peer: PeerId): SendAction[] {
    this.#peer = peer
    this.#texts.clear()
    const { requests, pushes } = this.#records
    const ids: RequestId[] = []
    for (const [id, known] of requests) {
      if (known.peer === peer && known.state === 'done' && !known.acknowledged) ids.push(id)
    }
    for (const [id, kept] of pushes) if (kept.peer === peer) ids.push(id)
    return ids.filter((id) => !this.#unreadable.has(id)).flatMap((id) => this.text(id, peer))
  }

  lost(): void {
    this.#peer = undefined
    this.#texts.clear()
  }

  /** The other side's link has the last byte of a text: the next one leaves. */
  arrived(id: RequestId): SendAction[] {
    const next = this.#texts.next(id)
    return next === undefined ? [] : this.#sendText(next)
  }

  unreadable(id: RequestId): void {
    this.#unreadable.add(id)
  }

  /** @param owner whose act it is; another institution is told nothing of it */
  state(id: RequestId, state: RequestState, owner: PeerId | undefined = this.#peer): SendAction[] {
    return this.#send({ kind: 'state', id, state }, owner)
  }

  progress(id: RequestId, step: number, owner: PeerId): SendAction[] {
    return this.#send({ kind: 'progress', id, step }, owner)
  }

  /** A result or a push. Nothing, if it waits or is on its way: then it is told already. */
  text(id: RequestId, owner: PeerId, isFresh = false): SendAction[] {
    return owner === this.#peer && this.#texts.add(id, isFresh) ? this.#sendText(id) : []
  }

  /** Read from the journal when it leaves and not before: what waits takes no memory. */
  #sendText(id: RequestId): SendAction[] {
    const known = this.#records.requests.get(id)
    if (known === undefined) {
      const entry = this.#records.push(id)
      if (entry === undefined) return this.arrived(id) // it was acknowledged meanwhile
      const { madeAt, text, signature } = entry
      return this.#send({ kind: 'push', id, madeAt, text, signature }, entry.peer)
    }
    const entry = this.#records.result(known)
    if (entry === undefined) return [...this.state(id, 'unknown'), ...this.arrived(id)]
    const { madeAt, text, signature } = entry
    return this.#send({ kind: 'result', id, madeAt, text, signature }, entry.peer)
  }

  #send(message: LinkMessage, owner: PeerId | undefined): SendAction[] {
    return this.#peer !== undefined && owner === this.#peer ? [{ type: 'send', message }] : []
  }
}
