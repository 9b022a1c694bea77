import { equalBytes } from '@nationec/crypto'

/** The first byte of a hello block; those of messages are below it. */
export const HELLO = 0x80
const ID_BYTES = 8

/** HELLO isUp[1] bootId[8] own[8] seen[8]: who I am, the session I offer, and the one I have heard of. */
export interface Hello {
  /** Both sides have seen each other, as far as this one knows: no answer is needed. */
  readonly isUp: boolean
  readonly bootId: Uint8Array
  readonly own: Uint8Array
  /** Zeros if none was heard. */
  readonly seen: Uint8Array
}

export const NOTHING_SEEN: Uint8Array = new Uint8Array(ID_BYTES)

export function encodeHello({ isUp, bootId, own, seen }: Hello): Uint8Array {
  return Uint8Array.of(HELLO, isUp ? 1 : 0, ...bootId, ...own, ...seen)
}

export function decodeHello(data: Uint8Array): Hello | undefined {
  if (data[0] !== HELLO || data.length !== 2 + 3 * ID_BYTES) return undefined
  return { isUp: data[1] === 1, bootId: data.slice(2, 10), own: data.slice(10, 18), seen: data.slice(18, 26) }
}

/** What a hello means to the side that hears it. */
export type HelloHeard =
  /** Our own voice. */
  | 'echo'
  /** The peer of the session; `known-and-waits`: it asks for our hello. */
  | 'known'
  | 'known-and-waits'
  /** The first hello of a peer, or one of another life of it. */
  | 'new'

/** The two sessions that are offered on a line: our own, and that of the other side. */
export class EcrGreeting {
  readonly bootId: Uint8Array
  readonly #random: (length: number) => Uint8Array
  #own: Uint8Array
  #peer: Hello | undefined

  constructor(random: (length: number) => Uint8Array) {
    this.#random = random
    this.bootId = random(ID_BYTES)
    this.#own = random(ID_BYTES)
  }

  /** Offers another session, to a peer that is not known yet. */
  renew(): void {
    this.#own = this.#random(ID_BYTES)
    this.#peer = undefined
  }

  /** @param isUp whether a session with the peer exists */
  hear(hello: Hello, isUp: boolean): HelloHeard {
    if (equalBytes(hello.own, this.#own)) return 'echo'
    if (!isUp || this.#peer === undefined || !equalBytes(hello.own, this.#peer.own)) return 'new'
    return this.hasSeenUs(hello) && hello.isUp ? 'known' : 'known-and-waits'
  }

  /** From now on this is the peer. */
  meet(hello: Hello): void {
    this.#peer = hello
  }

  hasSeenUs(hello: Hello): boolean {
    return equalBytes(hello.seen, this.#own)
  }

  /** Our own hello as bytes. */
  encode(isUp: boolean): Uint8Array {
    return encodeHello({ isUp, bootId: this.bootId, own: this.#own, seen: this.#peer?.own ?? NOTHING_SEEN })
  }
}
