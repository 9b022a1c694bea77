import { intercept, observe } from '@nationec/transport'
import {
  type ConformanceSubject,
  scriptPeer,
  type TestTransportOptions,
  testTransport,
} from '@nationec/transport/conformance'
import { mockLink, mockTransport } from '@nationec/transport-mock'

const noBytes = 'a handler gives a text or fails; there are no bytes between them'
const options: TestTransportOptions = {
  skip: {
    'an answer that breaks off is not handed on and is unknown': noBytes,
    'an answer that is no text is not handed on and is unknown': noBytes,
  },
  timing: { longest: 200 },
}

testTransport('mock', mockSubject, options)

testTransport(
  'mock through interceptors',
  () => {
    const subject = mockSubject()
    const transport = intercept(
      subject.transport,
      (request, next) => next(request),
      async (request, next) => `${await next({ ...request })}`,
    )
    return { ...subject, transport }
  },
  options,
)

testTransport(
  'mock, observed',
  () => {
    const subject = mockSubject()
    return { ...subject, transport: observe(subject.transport, () => {}) }
  },
  options,
)

function mockSubject(): ConformanceSubject {
  const link = mockLink()
  const { peer, answer } = scriptPeer({
    sessions: () => link.sessions,
    disconnect: () => link.disconnect(),
    failNextOpen: () => link.failNextOpen(),
  })
  return { transport: mockTransport(answer, { link }), peer, dispose: () => {} }
}
