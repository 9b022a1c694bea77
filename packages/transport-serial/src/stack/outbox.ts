import type { ChannelPacket } from '../channel/channel.ts'
import type { Link } from '../link/link.ts'
import type { StreamName } from '../message/message.ts'

/** Packets that the link has no room for yet, in order within each stream. */
export interface Outbox<Mark> {
  /** Bytes that wait; what the link has is bounded by the link. */
  readonly waitingBytes: number
  /** @param mark comes back by {@link Outbox.takeArrived} once the peer's link has all of these packets */
  put(packets: readonly ChannelPacket[], mark?: Mark): void
  /** Hands on what the link takes now; true if it took anything. */
  flush(): boolean
  /** The marks whose last byte the peer's link has acknowledged since the last call, in order within each stream. */
  takeArrived(): Mark[]
  /** Another session begins: what waited or was under way is gone, with its marks. */
  clear(): void
}

export function createOutbox<Mark>(link: Pick<Link, 'send' | 'pending'>): Outbox<Mark> {
  const streams = { control: createStream<Mark>(), data: createStream<Mark>() }

  let waitingBytes = 0

  return {
    get waitingBytes() {
      return waitingBytes
    },
    put(packets, mark) {
      packets.forEach((packet, index) => {
        waitingBytes += packet.bytes.length
        const isLast = index === packets.length - 1
        streams[packet.stream].waiting.push({ packet, ...(isLast && mark !== undefined && { mark }) })
      })
      flush()
    },
    flush,
    takeArrived: () => [...takeArrived('control'), ...takeArrived('data')],
    clear() {
      waitingBytes = 0
      streams.control = createStream()
      streams.data = createStream()
    },
  }

  function flush(): boolean {
    // Both are tried: control must not wait because data is full.
    const control = flushStream('control')
    return flushStream('data') || control
  }

  function flushStream(name: StreamName): boolean {
    const stream = streams[name]
    let taken = 0
    for (const { packet, mark } of stream.waiting) {
      const before = link.pending(name)
      if (link.send(name, packet.bytes) === 'full') break
      // What the link puts in front of a packet counts too.
      waitingBytes -= packet.bytes.length
      stream.handed += link.pending(name) - before
      if (mark !== undefined) stream.onLine.push({ mark, end: stream.handed })
      taken += 1
    }
    stream.waiting.splice(0, taken)
    return taken > 0
  }

  function takeArrived(name: StreamName): Mark[] {
    const { onLine, handed } = streams[name]
    if (onLine.length === 0) return []
    const acknowledged = handed - link.pending(name)
    const next = onLine.findIndex(({ end }) => end > acknowledged)
    return onLine.splice(0, next === -1 ? onLine.length : next).map(({ mark }) => mark)
  }
}

interface Stream<Mark> {
  readonly waiting: { readonly packet: ChannelPacket; readonly mark?: Mark }[]
  /** Bytes that the link was given in this session. */
  handed: number
  /** Marks whose packets the link has, with the count of bytes up to their end. */
  readonly onLine: { readonly mark: Mark; readonly end: number }[]
}

function createStream<Mark>(): Stream<Mark> {
  return { waiting: [], handed: 0, onLine: [] }
}
