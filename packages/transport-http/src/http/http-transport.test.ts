import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { describe, it } from 'node:test'
import { isTransportError } from '@nationec/transport'
import { httpTransport } from '@nationec/transport-http'
import { openFarEnd, textOf } from '../fixtures/http-far-end.ts'

/** Sends one request to a service that answers so, and gives the code and delivery of the failure. */
async function failureOf(answer: (response: ServerResponse) => void): Promise<readonly [string, string]> {
  await using farEnd = await openFarEnd(async (request, response) => {
    await textOf(request)
    answer(response)
  })
  await using connection = httpTransport({ address: farEnd.url }).connect()
  try {
    return ['answered', await connection.exchange({ text: '{}' })]
  } catch (error) {
    assert.ok(isTransportError(error))
    return [error.code, error.delivery]
  }
}

describe('the transport over a local service', () => {
  it('takes a status for not-sent only where the service cannot have read the request or says so', async () => {
    const cases: readonly (readonly [readonly [string, string], (response: ServerResponse) => void])[] = [
      [['SEND_FAILED', 'unknown'], (response) => response.writeHead(500).end()],
      [['SEND_FAILED', 'unknown'], (response) => response.writeHead(503).end()],
      [['SEND_FAILED', 'unknown'], (response) => response.writeHead(400).end('{"code":0}')],
      [['SEND_FAILED', 'not-sent'], (response) => response.writeHead(503, { 'X-NationEC-Delivery': 'not-sent' }).end()],
      [['SEND_FAILED', 'not-sent'], (response) => response.writeHead(404).end()],
      [['REQUEST_TOO_LARGE', 'not-sent'], (response) => response.writeHead(413).end()],
      [['LIBRARY_RETURN', 'unknown'], (response) => response.writeHead(200, { 'X-NationEC-Return': '-1' }).end()],
      [['ANSWER_NOT_TEXT', 'unknown'], (response) => response.end(Buffer.from([0xc4, 0xda]))],
      [['ANSWER_TOO_LARGE', 'unknown'], (response) => response.end(Buffer.alloc(5 * 1024 * 1024, 0x20))],
    ]
    for (const [expected, answer] of cases) assert.deepEqual(await failureOf(answer), expected)
  })

  it('refuses an address of another machine, and one with a password', () => {
    for (const address of ['http://192.0.2.1/', 'https://127.0.0.1/', 'http://user:secret@127.0.0.1/', 'x', '']) {
      assert.throws(
        () => httpTransport({ address }),
        (error) => isTransportError(error, 'OPTION_INVALID') && !error.message.includes('secret'),
      )
    }
  })
})
