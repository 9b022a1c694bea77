import type { Epoch } from './frame.ts'
import { drawLinkId, epochOf, type LinkId, UNPAIRED } from './link-id.ts'

/** What a SYNC means to the side that hears it. */
export type Heard =
  /** Our own voice. */
  | 'echo'
  /** The sender is known now, and does not know us yet. */
  | 'known'
  /** The sender has paired with us, and we with it. */
  | 'paired'
  /** The peer of our streams is another one now: we have drawn a new id, and the streams must begin anew. */
  | 'renewed'

/**
 * Who is paired with whom. Each side has an id for one life of its streams; streams belong to a pair of ids.
 *
 * A side is *sure* once it has heard a SYNC from its peer that names its own id. From then on its id belongs to this pair
 * for ever: to pair with another it draws a new one. Because a line keeps the order, everything that comes after that SYNC
 * and before one from another id was sent within this pair, so epochs never mix when either side restarts.
 */
export interface Pairing {
  readonly own: LinkId
  readonly peer: LinkId
  readonly isSure: boolean
  /** The epoch of the pair, as this side speaks in it. */
  readonly epoch: Epoch
  heard(from: LinkId, to: LinkId): Heard
  /** Draws a new id that is not paired. */
  renew(): void
}

export function createPairing(random: (length: number) => Uint8Array): Pairing {
  let own = drawLinkId(random)
  let peer = UNPAIRED
  let isSure = false
  let lastEpoch = 0

  return {
    get own() {
      return own
    },
    get peer() {
      return peer
    },
    get isSure() {
      return isSure
    },
    get epoch() {
      return epochOf(own, peer)
    },
    heard(from, to) {
      if (from.text === own.text) return 'echo'
      if (!isSure) {
        peer = from
        isSure = to.text === own.text
        if (isSure) lastEpoch = epochOf(own, peer).number
        return isSure ? 'paired' : 'known'
      }
      const isPeer = from.text === peer.text
      if (isPeer && to.text === own.text) return 'paired'
      if (isPeer && to.text === UNPAIRED.text) return 'known'
      draw(from)
      peer = from
      return 'renewed'
    },
    renew() {
      draw(undefined)
      peer = UNPAIRED
    },
  }

  /** The new epoch differs from the last one: then even what an operating system held back is told apart. */
  function draw(next: LinkId | undefined): void {
    isSure = false
    const before = own.text
    for (let attempt = 0; attempt < 16; attempt += 1) {
      own = drawLinkId(random)
      if (own.text !== before && (next === undefined || epochOf(own, next).number !== lastEpoch)) return
    }
  }
}
