import { intercept, type Transport } from '@nationec/transport'
import { type ConformanceSubject, scriptPeer, testTransport } from '@nationec/transport/conformance'
import { agentTransport } from '@nationec/transport-http'
import { writeHalf } from '../fixtures/half-an-answer.ts'
import { type HttpFarEnd, openFarEnd, textOf } from '../fixtures/http-far-end.ts'
import { shownAfterFailure } from '../fixtures/shown-after-failure.ts'

const ORG_ID = 'H33010200001'

// The envelope that the kit's text is put into counts as well.
testTransport('agent', agentSubject, {
  skip: {
    'carries the address of each exchange unchanged': 'the business address is one of the agent and of its settings',
    'tells the far end the time that is left, without what was spent waiting':
      'the agent keeps the deadline that its caller has set',
  },
  largeText: 900 * 1_024 - 200,
})

/** An agent that answers what it is, and plays the kit's script for raw requests. */
async function agentSubject(): Promise<ConformanceSubject> {
  // A session begins with the question what answers there, on a connection of its own.
  const sessions = { opened: 0, closed: 0 }
  const farEnd = await openFarEnd(async (request, response) => {
    if (request.method === 'GET') {
      sessions.opened += 1
      request.socket.once('close', () => {
        sessions.closed += 1
      })
      response.end(JSON.stringify({ name: 'nationec-agent', paired: true, orgId: ORG_ID }))
      return
    }
    const { data } = JSON.parse(await textOf(request))
    answerBytes(data.text).then(
      ({ bytes, cut }) => (cut ? writeHalf(response, bytes) : response.end(wholeAnswer(bytes))),
      () => request.socket.destroy(),
    )
  })
  const { peer, answerBytes } = scriptPeer({
    sessions: () => sessions,
    disconnect: farEnd.cut,
    failNextOpen: farEnd.hide,
  })
  return { transport: plainTexts(farEnd), peer: { ...peer, plays: ['cut', 'bytes'] }, dispose: farEnd.close }
}

/** An answer as an agent gives it; bytes that are no text as they are. */
function wholeAnswer(bytes: Uint8Array): string | Uint8Array {
  const text = Buffer.from(bytes).toString('utf8')
  if (!Buffer.from(text).equals(bytes)) return bytes
  return JSON.stringify({ code: 0, data: { text }, operation: { id: 'the agent’s own' } })
}

/** The kit sends plain texts; an agent takes envelopes. */
function plainTexts(farEnd: HttpFarEnd): Transport {
  const transport = agentTransport({ address: farEnd.url, token: 'T'.repeat(43), orgId: ORG_ID })
  const wrapped = intercept(transport, async (request, next) => {
    // What the contract refuses as text goes as it is: inside JSON it would be escaped.
    if (request.text.includes('\0') || !request.text.isWellFormed()) return next(request)
    const text = JSON.stringify({ orgId: ORG_ID, transType: 'kit', data: { text: request.text } })
    const answer: { data: { text: string } } = JSON.parse(await next({ ...request, text }))
    return answer.data.text
  })
  return shownAfterFailure(wrapped, farEnd)
}
