import { scriptPeer, testTransport } from '@nationec/transport/conformance'
import { httpTransport } from '@nationec/transport-http'
import { openFarEnd, textOf } from '../fixtures/http-far-end.ts'
import { shownAfterFailure } from '../fixtures/shown-after-failure.ts'

testTransport('http', async () => {
  const farEnd = await openFarEnd(async (request, response) => {
    answer(await textOf(request)).then(
      (text) => response.end(text),
      () => request.socket.destroy(),
    )
  })
  const { peer, answer } = scriptPeer({
    sessions: () => farEnd.connections,
    disconnect: farEnd.cut,
    failNextOpen: farEnd.hide,
  })
  const transport = shownAfterFailure(httpTransport({ address: farEnd.url }), farEnd)
  return { transport, peer, dispose: farEnd.close }
})
