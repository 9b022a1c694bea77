import { mslChannel } from '../src/channel/msl-channel.ts'
import { keys } from '../src/fixtures/desk-pair.ts'
import { seeded } from '../src/fixtures/line/seeded.ts'
import { createVirtualLine } from '../src/fixtures/line/virtual-line.ts'
import { createLink } from '../src/link/create-link.ts'
import type { LinkMessage } from '../src/message/message.ts'
import { mslCodec } from '../src/message/msl-codec.ts'
import { createSession, type Session, type SessionEvent } from '../src/stack/session.ts'

export interface Wire {
  readonly seconds: { readonly now: number }
  /** Milliseconds of processor time that the two sides have taken. */
  readonly busy: number
  readonly bytes: number
  run(isDone: () => boolean): void
  send(message: LinkMessage): void
  readonly messages: readonly LinkMessage[]
  readonly isOpen: boolean
  readonly firstFrameAt: number
}

/** Two whole sides on a virtual line, with the secure channel. */
export function createWire(baud: number, latency: number, settings: { brotli: boolean; compress: boolean }): Wire {
  const line = createVirtualLine({ seed: 1, baud, latency })
  const draws = seeded(3)
  const institutions = keys.terminal.institutions.map(({ link }) => link)
  const channels = {
    a: mslChannel({ role: 'institution', own: keys.institution.link, terminal: keys.institution.terminal.link }),
    b: mslChannel({ role: 'terminal', own: keys.terminal.link, institutions }),
  }
  const messages: LinkMessage[] = []
  let [busy, bytes, opened, firstFrameAt] = [0, 0, 0, Number.NaN]
  const sides = { a: start('a'), b: start('b') }
  return {
    seconds: line,
    get busy() {
      return busy
    },
    get bytes() {
      return bytes
    },
    get isOpen() {
      return opened === 2
    },
    get firstFrameAt() {
      return firstFrameAt
    },
    messages,
    run: (isDone) => void line.run(line.now + 3_600_000, isDone),
    send(message) {
      sides.a.send(line.now, message)
      line.poke('a')
    },
  }

  function start(end: 'a' | 'b'): Session {
    const link = createLink({ random: (length) => draws.bytes(length) })
    const parts = {
      link,
      channel: channels[end],
      codec: mslCodec,
      bootId: draws.bytes(8),
      settings,
      role: end === 'a' ? ('institution' as const) : ('terminal' as const),
      clock: () => 1_000,
    }
    const session = createSession(parts)
    link.attach(line.now, { baud })
    line.plug(end, {
      step(now, bytesIn) {
        const begun = performance.now()
        const step = session.step(now, bytesIn)
        busy += performance.now() - begun
        bytes += step.bytesOut.length
        for (const event of step.events) hear(event)
        if (Number.isNaN(firstFrameAt) && link.isUp) firstFrameAt = now
        return { bytesOut: step.bytesOut, wakeAt: step.events.length > 0 ? now : step.wakeAt }
      },
    })
    return session
  }

  function hear(event: SessionEvent): void {
    if (event.type === 'open') opened += 1
    if (event.type === 'message' && event.message.kind !== 'poisoned') messages.push(event.message)
  }
}
