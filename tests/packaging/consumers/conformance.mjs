// The conformance kit of an author who installed the packages: `node --test conformance.mjs`.
import { scriptPeer, testTransport } from '@nationec/transport/conformance'
import { mockLink, mockTransport } from '@nationec/transport-mock'

const noBytes = 'a handler gives a text or fails; there are no bytes between them'
const options = {
  skip: {
    'an answer that breaks off is not handed on and is unknown': noBytes,
    'an answer that is no text is not handed on and is unknown': noBytes,
  },
  timing: { longest: 200 },
}

function subject() {
  const link = mockLink()
  const { peer, answer } = scriptPeer({
    sessions: () => link.sessions,
    disconnect: () => link.disconnect(),
    failNextOpen: () => link.failNextOpen(),
  })
  return { transport: mockTransport(answer, { link }), peer, dispose: () => {} }
}

testTransport('the installed mock transport', subject, options)
