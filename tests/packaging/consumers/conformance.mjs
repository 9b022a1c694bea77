// The conformance kit of an author who installed the packages: `node --test conformance.mjs`.
import { scriptPeer, testTransport } from '@nationec/transport/conformance'
import { mockLink, mockTransport } from '@nationec/transport-mock'

testTransport('the installed mock transport', () => {
  const link = mockLink()
  const { peer, answer } = scriptPeer({
    sessions: () => link.sessions,
    disconnect: () => link.disconnect(),
    failNextOpen: () => link.failNextOpen(),
  })
  return { transport: mockTransport(answer, { link }), peer, dispose: () => {} }
})
