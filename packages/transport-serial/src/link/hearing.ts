import type { LinkEvent } from './link.ts'
import type { SyncPayload } from './sync-payload.ts'

/** How long a peer that broke the rules is not listened to, in milliseconds. */
export const REST = 1000

/** What came from the line since the port was attached, and which of it was told. */
export class Hearing {
  /** A valid frame that was not our own echo. */
  hasFrame = false
  #hasEcho = false
  #bytes = 0
  #incompatible = ''
  #restUntil = Number.NEGATIVE_INFINITY

  /** Another port, or another rate. A peer with another edition of the link was told of already. */
  beginAnew(): void {
    this.hasFrame = false
    this.#hasEcho = false
    this.#bytes = 0
  }

  took(bytes: number): void {
    this.#bytes += bytes
  }

  get hasNoise(): boolean {
    return this.#bytes > 0
  }

  /** Our own voice came back: told once. */
  echo(): LinkEvent | undefined {
    const isNew = !this.#hasEcho
    this.#hasEcho = true
    return isNew ? { type: 'echo' } : undefined
  }

  /** A peer that speaks no edition of ours, or takes no message of useful length: told once for each life of it. */
  incompatible({ from, versions, maxMessage }: SyncPayload): LinkEvent | undefined {
    const isNew = this.#incompatible !== from.text
    this.#incompatible = from.text
    return isNew ? { type: 'incompatible', peerVersions: versions, peerMaxMessage: maxMessage } : undefined
  }

  /** The peer broke the rules: nothing that comes is believed for a while. */
  rest(now: number): void {
    this.#restUntil = now + REST
  }

  isResting(now: number): boolean {
    return now < this.#restUntil
  }

  get restUntil(): number {
    return this.#restUntil
  }
}
