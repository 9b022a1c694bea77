import { type Calling, createCalling } from './calling.ts'
import { DATA, FRAME, type Frame, HEADER_BYTES, NO_EPOCH } from './frame.ts'
import { UNPAIRED } from './link-id.ts'
import type { ReadLinkOptions } from './options.ts'
import type { Outlet } from './outlet.ts'
import { createPairing, type Heard, type Pairing } from './pairing.ts'
import {
  CONTROL_WINDOW,
  LEAST_MESSAGE,
  readSync,
  SYNC_BYTES,
  type SyncPayload,
  VERSION,
  writeSync,
} from './sync-payload.ts'

/** What a SYNC or SYNC_ACK brought. */
export interface Greeted {
  readonly meaning: Heard | 'incompatible'
  readonly sync: SyncPayload
}

/** Calls for the peer and answers its calls: SYNC and SYNC_ACK. */
export class Greeting {
  readonly pairing: Pairing
  readonly calling: Calling = createCalling()
  readonly #options: ReadLinkOptions
  readonly #outlet: Outlet
  #answer: number | undefined
  #token = 0
  #calledAt: number | undefined
  /** The SYNC that was answered last told its round trip. */
  roundTrip: number | undefined

  constructor(options: ReadLinkOptions, outlet: Outlet) {
    this.#options = options
    this.#outlet = outlet
    this.pairing = createPairing(options.random)
  }

  /** Forgets what is to be answered: another port. */
  clear(): void {
    this.#answer = undefined
    this.#calledAt = undefined
  }

  /** `undefined` for a frame that says nothing. */
  hear({ type, offset, payload }: Frame, now: number): Greeted | undefined {
    const sync = readSync(payload)
    if (sync === undefined || sync.from.text === UNPAIRED.text) return undefined
    const isUnderstood = sync.versions[0] <= VERSION && sync.versions[1] >= VERSION
    if (!isUnderstood || sync.maxMessage < LEAST_MESSAGE) {
      this.calling.hurry(now) // so that the other side learns of it as well
      return { meaning: 'incompatible', sync }
    }
    const meaning = this.pairing.heard(sync.from, sync.to)
    if (meaning === 'known' || meaning === 'renewed') this.calling.callBack(now)
    if (meaning === 'paired') {
      if (type === FRAME.sync) this.#answer = offset
      else if (offset === this.#token && this.#calledAt !== undefined) {
        this.roundTrip = now - this.#calledAt
        this.#calledAt = undefined
      }
    }
    return { meaning, sync }
  }

  get hasWork(): boolean {
    return this.#answer !== undefined
  }

  /**
   * Writes an answer or a call if one is due. False if there is none.
   *
   * @param next how far the streams were received
   */
  writeNext(now: number, next: readonly [data: number, control: number]): boolean {
    if (this.#answer !== undefined) {
      this.#write(FRAME.syncAck, this.#answer, now, next)
      this.#answer = undefined
      return true
    }
    if (now < this.calling.dueAt) return false
    this.#token += 1
    this.#calledAt = this.#write(FRAME.sync, this.#token, now, next)
    this.calling.called(now)
    return true
  }

  #write(
    type: typeof FRAME.sync | typeof FRAME.syncAck,
    token: number,
    now: number,
    next: readonly [number, number],
  ): number {
    const { maxFrame, maxMessage, window, bootId } = this.#options
    const { own, peer } = this.pairing
    writeSync(
      {
        versions: [VERSION, VERSION],
        from: own,
        to: peer,
        bootId,
        next,
        windows: [window, CONTROL_WINDOW],
        maxFrame,
        maxMessage,
      },
      this.#outlet.raw,
      HEADER_BYTES,
    )
    return this.#outlet.write(type, DATA, NO_EPOCH, token, SYNC_BYTES, now)
  }
}
