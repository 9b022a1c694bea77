import type { ChannelPacket } from '../channel/channel.ts'
import type { Link } from '../link/link.ts'
import type { StreamName } from '../message/message.ts'

/** Packets that the link has no room for yet, in order within each stream. */
export interface Outbox {
  put(packets: readonly ChannelPacket[]): void
  /** Hands on what the link takes now; true if it took anything. */
  flush(): boolean
  clear(): void
}

export function createOutbox(link: Pick<Link, 'send'>): Outbox {
  const waiting: Record<StreamName, ChannelPacket[]> = { control: [], data: [] }

  function flush(): boolean {
    // Both are tried: control must not wait because data is full.
    const control = flushStream('control')
    return flushStream('data') || control
  }

  function flushStream(stream: StreamName): boolean {
    const packets = waiting[stream]
    let taken = 0
    while (taken < packets.length && isTaken(packets[taken])) taken += 1
    packets.splice(0, taken)
    return taken > 0
  }

  function isTaken(packet: ChannelPacket | undefined): boolean {
    return packet !== undefined && link.send(packet.stream, packet.bytes) !== 'full'
  }

  return {
    put(packets) {
      for (const packet of packets) waiting[packet.stream].push(packet)
      flush()
    },
    flush,
    clear() {
      waiting.control.length = 0
      waiting.data.length = 0
    },
  }
}
