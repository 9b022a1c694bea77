import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { share } from '@nationec/transport'
import { scriptPeer, testTransport } from '@nationec/transport/conformance'
import { mockLink, mockTransport } from '@nationec/transport-mock'

const noBytes = 'a handler gives a text or fails; there are no bytes between them'
testTransport(
  'shared',
  () => {
    const link = mockLink()
    const { peer, answer } = scriptPeer({
      sessions: () => link.sessions,
      disconnect: () => link.disconnect(),
      failNextOpen: () => link.failNextOpen(),
    })
    return { transport: share(mockTransport(answer, { link })), peer, dispose: () => {} }
  },
  {
    skip: {
      'an answer that breaks off is not handed on and is unknown': noBytes,
      'an answer that is no text is not handed on and is unknown': noBytes,
    },
  },
)

describe('share', () => {
  it('opens the device once for all views, and releases it when the last has been closed', async () => {
    const link = mockLink()
    const shared = share(mockTransport((text) => text, { link }))
    const [one, two] = [shared.connect(), shared.connect()]
    assert.deepEqual(await Promise.all([one.exchange({ text: '1' }), two.exchange({ text: '2' })]), ['1', '2'])
    await one.close()
    assert.deepEqual(await one.closed, { reason: 'closed' })
    assert.deepEqual(link.sessions, { opened: 1, closed: 0 })
    assert.equal(await two.exchange({ text: '3' }), '3')
    await two.close()
    assert.deepEqual(link.sessions, { opened: 1, closed: 1 })
    const three = shared.connect()
    assert.equal(await three.exchange({ text: '4' }), '4')
    await three.close()
    assert.deepEqual(link.sessions, { opened: 2, closed: 2 })
  })

  it('does not cut the exchange of another view', async () => {
    let answer: (text: string) => void = () => {}
    const shared = share(
      mockTransport(
        () =>
          new Promise<string>((resolve) => {
            answer = resolve
          }),
      ),
    )
    const [one, two] = [shared.connect(), shared.connect()]
    const held = one.exchange({ text: 'held' })
    const waiting = two.exchange({ text: 'waiting' })
    await two.close()
    await assert.rejects(waiting, { code: 'CLOSED', delivery: 'not-sent' })
    answer('done')
    assert.equal(await held, 'done')
    await one.close()
  })
})
