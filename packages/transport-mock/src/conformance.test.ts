import { intercept, observe } from '@nationec/transport'
import { type ConformanceSubject, scriptPeer, testTransport } from '@nationec/transport/conformance'
import { mockLink, mockTransport } from '@nationec/transport-mock'

testTransport('mock', mockSubject)

testTransport('mock through interceptors', () => {
  const subject = mockSubject()
  const transport = intercept(
    subject.transport,
    (request, next) => next(request),
    async (request, next) => `${await next({ ...request })}`,
  )
  return { ...subject, transport }
})

testTransport('mock, observed', () => {
  const subject = mockSubject()
  return { ...subject, transport: observe(subject.transport, () => {}) }
})

function mockSubject(): ConformanceSubject {
  const link = mockLink()
  const { peer, answer } = scriptPeer({
    sessions: () => link.sessions,
    disconnect: () => link.disconnect(),
    failNextOpen: () => link.failNextOpen(),
  })
  return { transport: mockTransport(answer, { link }), peer, dispose: () => {} }
}
