import { scriptPeer, testTransport } from '@nationec/transport/conformance'
import { httpTransport } from '@nationec/transport-http'
import { writeHalf } from '../fixtures/half-an-answer.ts'
import { openFarEnd, textOf } from '../fixtures/http-far-end.ts'
import { shownAfterFailure } from '../fixtures/shown-after-failure.ts'

testTransport(
  'http',
  async () => {
    const farEnd = await openFarEnd(async (request, response) => {
      answerBytes(await textOf(request)).then(
        ({ bytes, cut }) => (cut ? writeHalf(response, bytes) : response.end(bytes)),
        () => request.socket.destroy(),
      )
    })
    const { peer, answerBytes } = scriptPeer({
      sessions: () => farEnd.connections,
      disconnect: farEnd.cut,
      failNextOpen: farEnd.hide,
    })
    const transport = shownAfterFailure(httpTransport({ address: farEnd.url }), farEnd)
    return { transport, peer: { ...peer, plays: ['cut', 'bytes'] }, dispose: farEnd.close }
  },
  {
    skip: {
      'carries the address of each exchange unchanged': 'the service knows its own business address',
      'tells the far end the time that is left, without what was spent waiting':
        'a local service takes the text of a request and nothing else',
    },
  },
)
