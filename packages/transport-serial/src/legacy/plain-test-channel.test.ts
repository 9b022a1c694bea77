import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import {
  ecrStxLrcLink,
  memoryJournal,
  memoryPorts,
  plainTestChannel,
  serialTerminal,
  serialTransport,
} from '@nationec/transport-serial'
import { testKeys } from '../fixtures/test-keys.ts'

const keys = testKeys()

describe('the channel without protection', () => {
  it('is refused without its flag, and in production', () => {
    const unmarked = [undefined, {}, { test: false }, { test: 'yes' }] as unknown as { readonly test: true }[]
    for (const options of unmarked) assert.throws(() => plainTestChannel(options), { code: 'PLAIN_CHANNEL_REFUSED' })
    const channel = plainTestChannel({ test: true })
    inProduction(() => {
      assert.throws(() => plainTestChannel({ test: true }), { code: 'PLAIN_CHANNEL_REFUSED' })
      const linkVersions = { own: [1, 1], peer: [1, 1] } as const
      const context = { options: new Uint8Array(8), bootId: new Uint8Array(8), linkVersions }
      assert.throws(() => channel.create(context), { code: 'PLAIN_CHANNEL_REFUSED' })
    })
  })

  it('ends at anything that is not its turn', () => {
    const channel = plainTestChannel({ test: true }).create({
      options: new Uint8Array(8),
      bootId: new Uint8Array(8),
      linkVersions: { own: [1, 1], peer: [1, 1] },
    })
    assert.deepEqual(channel.send(0, 'data', Uint8Array.of(1)), [])
    const early = channel.receive(0, { stream: 'data', bytes: Uint8Array.of(2, 1) })
    assert.deepEqual(early.events, [{ type: 'closed', reason: 'HANDSHAKE_UNEXPECTED' }])
    assert.deepEqual(channel.receive(0, { stream: 'data', bytes: Uint8Array.of(1) }).events, [])
  })
})

describe('examples put into the seams of a transport', () => {
  for (const [title, channel] of [
    ['the ECR link under the secure channel', undefined],
    ['the ECR link and the channel without protection', plainTestChannel({ test: true })],
  ] as const) {
    it(`carry an exchange: ${title}`, async () => {
      const ports = memoryPorts()
      const link = () => ecrStxLrcLink()
      const terminal = serialTerminal({
        port: ports.terminal,
        keys: keys.terminal,
        journal: memoryJournal(),
        handle: (text) => `answer to ${text}`,
        link,
        channel,
      })
      const transport = serialTransport({ port: ports.institution, keys: keys.institution, link, channel })
      await using connection = transport.connect()
      const long = '费用'.repeat(40_000)
      assert.equal(await connection.exchange({ text: '{}' }), 'answer to {}')
      assert.equal(await connection.exchange({ text: long }), `answer to ${long}`)
      await connection.close()
      await terminal.close()
    })
  }
})

function inProduction(work: () => void): void {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    work()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}
