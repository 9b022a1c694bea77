import { createLink } from '../link/create-link.ts'
import type { Link, LinkEvent, LinkOptions, SendResult, StreamName } from '../link/link.ts'
import { seeded } from './seeded.ts'
import { createVirtualLine, type EndName, type VirtualLine, type VirtualLineOptions } from './virtual-line.ts'

export interface LinkPairOptions extends VirtualLineOptions {
  /** Options of both links, or of one of them. */
  readonly link?: LinkOptions
  readonly linkA?: LinkOptions
  readonly linkB?: LinkOptions
}

/** What happened at an end, and when. */
export type TimedEvent = LinkEvent & { readonly at: number; readonly end: EndName }

/** Two links on a virtual line. */
export interface LinkPair {
  readonly line: VirtualLine
  readonly baud: number
  /** The link that is at this end now. */
  link(end: EndName): Link
  /** Called with every event of either end, when it happens. */
  onEvent: (event: TimedEvent) => void
  /** Does something with the link of an end and lets it step at once. */
  act<Result>(end: EndName, work: (link: Link) => Result): Result
  send(end: EndName, stream: StreamName, bytes: Uint8Array): SendResult
  /** A new link without memory takes the place of the old one: the program or the terminal was started again. */
  reboot(end: EndName): void
  /** Runs until both are up. */
  connect(until?: number): boolean
}

export function createLinkPair(options: LinkPairOptions): LinkPair {
  const line = createVirtualLine(options)
  const draws = seeded(options.seed ^ 0x2545_f491)
  const links = { a: start('a'), b: start('b') }
  const pair: LinkPair = {
    line,
    baud: options.baud,
    link: (end) => links[end],
    onEvent: () => {},
    act(end, work) {
      const result = work(links[end])
      line.poke(end)
      return result
    },
    send: (end, stream, bytes) => pair.act(end, (link) => link.send(stream, bytes)),
    reboot(end) {
      links[end] = start(end)
    },
    connect: (until = line.now + 10_000) => line.run(until, () => links.a.isUp && links.b.isUp),
  }
  return pair

  function start(end: EndName): Link {
    const own = end === 'a' ? options.linkA : options.linkB
    const link = createLink({ random: (length) => draws.bytes(length), ...options.link, ...own })
    link.attach(line.now, { baud: options.baud })
    line.plug(end, {
      step(now, bytesIn) {
        const step = link.step(now, bytesIn)
        for (const event of step.events) pair.onEvent({ ...event, at: now, end })
        return step
      },
    })
    return link
  }
}
