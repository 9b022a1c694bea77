import assert from 'node:assert/strict'
import { defineTransport, intercept, observe, type Transport, type TransportSession } from '@nationec/transport'
import { testTransport } from '@nationec/transport/conformance'
import { createWire, deafSend, goodSession, goodSpec, type Wire } from './fixtures/wire.ts'

const timing = { quiet: 10, longest: 50 }
const largeText = 100_000

testOver('a wire', (wire) => defineTransport(goodSpec(wire)))

testOver('a wire that cannot cancel', (wire) =>
  withSession(wire, { cancel: false, disconnectEvents: true }, (good) => ({
    ...good,
    send: deafSend(wire),
  })),
)

testOver('a wire that tells nothing of a lost link', (wire) =>
  defineTransport({
    ...goodSpec(wire),
    supports: { cancel: true, disconnectEvents: false },
    open: async () => goodSession(wire, wire.open()),
  }),
)

// GB18030 takes two bytes for Chinese and four for most of the rest; the kit must not assume UTF-8.
testOver('a wire in another character set', (wire) =>
  defineTransport({
    ...goodSpec(wire),
    limits: { text: 20_000, answer: 20_000, url: 256 },
    measure: (text) => [...text].reduce((bytes, character) => bytes + (character < '\u0080' ? 1 : 2), 0),
  }),
)

testOver('a device that only one connection may hold', (wire) => {
  let taken = false
  const spec = goodSpec(wire)
  return defineTransport({
    ...spec,
    open: async (context) => {
      if (taken) throw new Error('the device is in use')
      const session = await spec.open(context)
      taken = true
      return {
        ...session,
        close: async () => {
          taken = false
          await session.close()
        },
      }
    },
  })
})

testOver('a wire under layers', (wire) =>
  observe(
    intercept(
      defineTransport(goodSpec(wire)),
      (request, next) => next(request),
      async (request, next) => next({ ...request }),
    ),
    (event) => assert.ok(!JSON.stringify(event).includes('label')),
  ),
)

function testOver(name: string, make: (wire: Wire) => Transport): void {
  testTransport(
    name,
    () => {
      const wire = createWire()
      return { transport: make(wire), peer: wire.peer, dispose: () => {} }
    },
    { timing, largeText },
  )
}

function withSession(
  wire: Wire,
  supports: Transport['supports'],
  change: (good: TransportSession) => TransportSession,
): Transport {
  const spec = goodSpec(wire)
  return defineTransport({ ...spec, supports, open: async (context) => change(await spec.open(context)) })
}
