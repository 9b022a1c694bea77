import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { isCentreError } from '@nationec/payment-centre'
import { centreAnswer, openDesk, pending, query } from '../fixtures/desk.ts'
import { post, pushDesk, sealedPush } from '../fixtures/push-desk.ts'

const ways = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const

describe('a compressed message', () => {
  it('is told as one: an answer, with and without its header', async () => {
    for (const [name, compress] of Object.entries(ways)) {
      for (const header of [`Content-Encoding: ${name}\r\n`, '']) {
        if (name === 'br' && header === '') continue // nothing shows that it is Brotli
        await using desk = await openDesk()
        desk.server.react = async () => {
          const body = compress(Buffer.from(await centreAnswer(pending)))
          const head = `HTTP/1.1 200 OK\r\n${header}Content-Length: ${body.length}\r\n\r\n`
          return { raw: Buffer.concat([Buffer.from(head), body]) }
        }
        const error = await desk.client.querySettlement(query).catch((error: unknown) => error)
        assert.ok(isCentreError(error, 'CENTRE_ENVELOPE_UNREADABLE'), String(error))
        assert.equal(error.delivery, 'unknown')
        assert.match(error.message, new RegExp(`compressed \\(${name}\\).*压缩（${name}）`, 's'))
      }
    }
  })

  it('that is no such thing after all is read', async () => {
    await using desk = await openDesk()
    desk.server.react = async () => ({
      body: await centreAnswer(pending),
      headers: 'Content-Encoding: gzip\r\n',
    })
    assert.equal((await desk.client.querySettlement(query)).status, 'pending')
  })

  it('is told as one: a push', async () => {
    for (const [name, compress] of Object.entries(ways)) {
      const { receive, log } = pushDesk()
      const request = post(compress(Buffer.from(await sealedPush())))
      request.headers.set('content-encoding', name)
      assert.equal((await receive(request)).status, 400)
      assert.deepEqual(
        [log[0]?.reason, log[0]?.detail?.replace(/^\d+ /, '')],
        ['unreadable', `bytes, compressed (${name})`],
      )
    }
  })
})
