// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openDesk } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'

/** The entries that hold texts, newest first. */
async function texts(desk: Awaited<ReturnType<typeof openDesk>>): Promise<boolean[]> {
  const { json } = await desk.call('GET', '/v1/trace')
  return json.entries.map(({ request }: { request: string }) => request !== '')
}

describe('the trace', () => {
  it('keeps no text while it is not watched: times and codes only; from the first look on it does', async () => {
    await using desk = await openDesk()
    const stream = await follow(`${desk.base}/v1/events?topics=order`, { Authorization: `Bearer ${desk.token}` })
    await desk.upload('k1')
    assert.deepEqual(await texts(desk), [false, false])
    await desk.upload('k2')
    assert.deepEqual(await texts(desk), [true, true, false, false])
    stream.close()
  })

  it('is watched by a stream that hears it', async () => {
    await using desk = await openDesk()
    const stream = await follow(`${desk.base}/v1/events?topics=trace`, { Authorization: `Bearer ${desk.token}` })
    await desk.upload('k1')
    const { data } = await stream.until('trace')
    assert.match(JSON.parse(data).request, /"transType"/)
    stream.close()
  })
})
