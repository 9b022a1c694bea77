import { mslChannel } from '../src/channel/msl-channel.ts'
import { keys } from '../src/fixtures/desk-pair.ts'
import { createLink } from '../src/link/create-link.ts'
import { mslCodec } from '../src/message/msl-codec.ts'
import { createSession, type Session } from '../src/stack/session.ts'

const PLAIN = { brotli: false, compress: false }

/** Two whole sides in one process, link and secure channel included; what one writes, the other reads at once. */
export function sessionPipe(): { carry(messages: number, text: string): number } {
  const institutions = keys.terminal.institutions.map(({ link }) => link)
  const a = start(
    mslChannel({ role: 'institution', own: keys.institution.link, terminal: keys.institution.terminal.link }),
    'institution',
  )
  const b = start(mslChannel({ role: 'terminal', own: keys.terminal.link, institutions }), 'terminal')
  let now = 0
  let toA: Uint8Array = new Uint8Array(0)
  let arrived = 0
  while (!a.isOpen || !b.isOpen) turn()

  return {
    /** The seconds that so many messages take, signed and verified. */
    carry(messages, text) {
      arrived = 0
      const start = performance.now()
      for (let count = 1; count <= messages; count += 1) {
        const signature = keys.institution.signing.sign(new TextEncoder().encode(text))
        a.send(now, { kind: 'request', id: 'ab'.repeat(16), madeAt: 1, url: '', text, signature })
        while (arrived < count) turn()
      }
      return (performance.now() - start) / 1_000
    },
  }

  function turn(): void {
    now += 1
    const { bytesOut, events } = b.step(now, a.step(now, toA).bytesOut)
    toA = bytesOut
    for (const event of events) if (event.type === 'message') arrived += 1
  }
}

function start(channel: ReturnType<typeof mslChannel>, role: 'institution' | 'terminal'): Session {
  const link = createLink()
  link.attach(0, { baud: Number.POSITIVE_INFINITY })
  const parts = { link, channel, codec: mslCodec, bootId: new Uint8Array(8), settings: PLAIN, role, clock: () => 1_000 }
  return createSession(parts)
}
