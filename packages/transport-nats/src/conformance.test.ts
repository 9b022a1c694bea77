// @needs nats-server
// @everyday node
import { after, before } from 'node:test'
import { decodeUtf8 } from '@nationec/errors'
import { defineTransport, type Transport, transportError } from '@nationec/transport'
import { type ConformanceSubject, type ScriptedPeer, scriptPeer, testTransport } from '@nationec/transport/conformance'
import { natsTransport, serveTill, type TillServer, volatileMemory } from '@nationec/transport-nats'
import { headers } from '@nats-io/transport-node'
import { type Detour, openDetour } from './fixtures/detour.ts'
import { dial } from './fixtures/dial.ts'
import { type NatsServer, startNats } from './fixtures/nats-server.ts'

let server: NatsServer

before(async () => {
  server = await startNats()
})
after(() => server.stop())

// A link that breaks has to be made again, and an idle till is found by its caller only when that has happened.
testTransport('nats', natsSubject, { timing: { patience: 6_000 } })

/** Both ends dial a real server, each through a proxy of its own. */
async function natsSubject(): Promise<ConformanceSubject> {
  const [ofCentre, ofTill] = await Promise.all([openDetour(server.port), openDetour(server.port)])
  const [centre, desk] = await Promise.all([dial(ofCentre.port), dial(ofTill.port)])
  const before = { opened: 0, closed: 0 }
  const { peer, answerBytes } = scriptPeer({
    plays: ['cut', 'bytes'],
    sessions: () => ({
      opened: before.opened + till.sessions.opened,
      closed: before.closed + till.sessions.closed,
    }),
    disconnect: () => ofCentre.cut(),
    failNextOpen,
  })
  const transport = terminal(answerBytes, ofTill)
  const memory = volatileMemory()
  let till: TillServer = await serveTill({ connection: desk, till: 'T1', transport, memory })

  return {
    transport: natsTransport({ connection: centre, till: 'T1' }),
    peer,
    async dispose() {
      await Promise.all([centre.close(), desk.close()])
      await Promise.all([ofCentre.close(), ofTill.close()])
    },
  }

  /** The agent is away, and what stands in its place refuses; then it is back. */
  async function failNextOpen(): Promise<void> {
    before.opened += till.sessions.opened
    before.closed += till.sessions.closed
    await till.close()
    const refusing = desk.subscribe('till.T1.0.open', { max: 1, callback: (_, message) => void refuse(message) })
    await desk.flush()

    async function refuse(message: Parameters<NonNullable<Parameters<typeof desk.subscribe>[1]>['callback'] & {}>[1]) {
      refusing.unsubscribe()
      till = await serveTill({ connection: desk, till: 'T1', transport, memory })
      message.respond('', { headers: headers() })
    }
  }
}

/** A terminal that plays the script, and that cannot be stopped. */
function terminal(answerBytes: ScriptedPeer['answerBytes'], link: Detour): Transport {
  return defineTransport({
    specVersion: 1,
    name: 'script',
    supports: { cancel: false, disconnectEvents: false },
    open: async () => ({
      async send({ url, text }, { remaining }) {
        const { bytes, cut } = await answerBytes(text, { url, remaining })
        // The till's own link breaks in the middle of the answer.
        if (cut) link.cutNextMessage()
        const answer = decodeUtf8(bytes)
        if (answer === undefined) throw transportError('script', 'ANSWER_NOT_TEXT')
        return answer
      },
      close: () => {},
    }),
  })
}
