import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPushListener } from './push-listener.ts'

describe('the hand-over of pushes', () => {
  it('calls the listener once for a push that comes again meanwhile, and then says that it was taken', async () => {
    const told: string[] = []
    let finish = (): void => {}
    const handOn = createPushListener({
      onPush: ({ pushId, text }) => {
        told.push(`${pushId} ${text}`)
        return new Promise<void>((resolve) => {
          finish = resolve
        })
      },
      notify: () => assert.fail('nothing fails'),
      taken: (id) => told.push(`taken ${id}`),
    })
    const first = handOn('a', 'one')
    await handOn('a', 'one')
    assert.deepEqual(told, ['a one'])
    finish()
    await first
    assert.deepEqual(told, ['a one', 'taken a'])
    const again = handOn('a', 'one')
    finish()
    await again
    assert.equal(told.length, 4)
  })

  it('does not count a push as taken when the listener throws, and tells of it', async () => {
    const cause = new Error('not now')
    const notices: unknown[] = []
    const handOn = createPushListener({
      onPush: () => {
        throw cause
      },
      notify: (notice) => notices.push(notice),
      taken: () => assert.fail('not taken'),
    })
    await handOn('a', 'one')
    assert.deepEqual(notices, [{ type: 'listener-failed', listener: 'onPush', cause }])
  })

  it('leaves pushes with the terminal when there is no listener', async () => {
    const handOn = createPushListener({
      onPush: undefined,
      notify: () => assert.fail('nothing fails'),
      taken: () => assert.fail('not taken'),
    })
    await handOn('a', 'one')
  })
})
