import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { describe, it } from 'node:test'
import { type CentreErrorCode, createCentreClient, isCentreError } from '@nationec/payment-centre'
import { sumYuan } from '@nationec/protocol'
import { isTransportError } from '@nationec/transport'
import type { Reaction } from '../fixtures/counting-server.ts'
import { centreAnswer, exampleBill, hospital, ORG, openDesk, pending, query } from '../fixtures/desk.ts'
import { manualTimers } from '../fixtures/manual-timers.ts'

const failure = async (work: Promise<unknown>, code: CentreErrorCode, delivery: 'unknown' | 'not-sent') => {
  const error = await work.then(
    () => assert.fail('no failure'),
    (error: unknown) => error,
  )
  assert.ok(isCentreError(error), String(error))
  assert.ok(isTransportError(error))
  assert.deepEqual([error.code, error.delivery], [code, delivery], error.message)
  const bill = exampleBill()
  for (const secret of [bill.idNo, bill.userName, bill.ecToken ?? '', 'appSecret', 'signData']) {
    assert.equal(error.message.includes(secret), false)
  }
  return error
}

/** What a server may do after it has read the whole request: each of it leaves the outcome unknown. */
const misbehaviour: readonly [title: string, reaction: Reaction, code: CentreErrorCode][] = [
  ['ends the connection', 'close', 'CENTRE_LINK_LOST'],
  ['resets the connection', 'reset', 'CENTRE_LINK_LOST'],
  ['answers garbage', { raw: 'SSH-2.0-OpenSSH_9\r\n\r\n' }, 'CENTRE_LINK_LOST'],
  ['sends half a body', { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"code":0' }, 'CENTRE_LINK_LOST'],
  [
    'sends half a chunk',
    { raw: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{"code":0' },
    'CENTRE_LINK_LOST',
  ],
  ['sends half a header', { raw: 'HTTP/1.1 200 OK\r\nContent-Le' }, 'CENTRE_LINK_LOST'],
  ['announces a huge body', { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 921601\r\n\r\n{' }, 'CENTRE_ANSWER_TOO_LARGE'],
  ['sends a huge body', { body: `{"a":"${'x'.repeat(921_601)}"}` }, 'CENTRE_ANSWER_TOO_LARGE'],
  [
    'sends a body without an end',
    { raw: `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(950_000)}`, keepOpen: true },
    'CENTRE_ANSWER_TOO_LARGE',
  ],
  ['answers nothing', { body: '' }, 'CENTRE_ENVELOPE_UNREADABLE'],
  [
    'answers a page',
    { body: '<html>login</html>', headers: 'Content-Type: text/html\r\n' },
    'CENTRE_ENVELOPE_UNREADABLE',
  ],
  [
    'answers in another charset',
    {
      raw: Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n'),
        Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
      ]),
    },
    'CENTRE_ENVELOPE_UNREADABLE',
  ],
  [
    'answers compressed bytes',
    {
      raw: Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n'),
        Buffer.from([0x1f, 0x8b, 8, 0]),
      ]),
    },
    'CENTRE_ENVELOPE_UNREADABLE',
  ],
  ['redirects', { body: '', status: 307, headers: 'Location: /elsewhere\r\n' }, 'CENTRE_REDIRECTED'],
  [
    'redirects as a browser would follow',
    { body: '', status: 302, headers: 'Location: /elsewhere\r\n' },
    'CENTRE_REDIRECTED',
  ],
  ['answers 500 with a signed envelope', { body: await centreAnswer(pending), status: 500 }, 'CENTRE_HTTP_STATUS'],
  ['answers 502', { body: 'Bad Gateway', status: 502 }, 'CENTRE_HTTP_STATUS'],
  ['answers 504', { body: 'Gateway Time-out', status: 504 }, 'CENTRE_HTTP_STATUS'],
  ['answers 404', { body: 'Not Found', status: 404 }, 'CENTRE_HTTP_STATUS'],
  [
    'asks for a login',
    { body: '', status: 401, headers: 'WWW-Authenticate: Basic realm="x"\r\n' },
    'CENTRE_HTTP_STATUS',
  ],
  ['answers unsigned', { body: '{"code":-1,"message":"应用不存在"}' }, 'CENTRE_ENVELOPE_UNSIGNED'],
]

describe('a server that has read the request', () => {
  for (const [title, reaction, code] of misbehaviour) {
    it(`and ${title}: unknown, and it saw one request`, async () => {
      await using desk = await openDesk()
      desk.server.react = () => reaction
      await failure(desk.client.uploadFees(exampleBill()), code, 'unknown')
      await settled()
      assert.equal(desk.server.requests.length, 1)
      assert.equal(desk.server.connections.count, 1)
    })
  }

  it('and is slow: unknown at the deadline, one request, and the late answer reaches nobody', async () => {
    const { timers, expire } = manualTimers()
    await using desk = await openDesk({ timers })
    desk.server.react = () => {
      expire()
      return 'silence'
    }
    await failure(desk.client.uploadFees(exampleBill()), 'CENTRE_TIMEOUT', 'unknown')
    desk.server.react = async () => ({ body: await centreAnswer(pending) })
    assert.equal((await desk.client.querySettlement(query)).status, 'pending')
    assert.equal(desk.server.requests.length, 2)
  })

  it('and is given up by the caller: unknown', async () => {
    await using desk = await openDesk()
    const giveUp = new AbortController()
    desk.server.react = () => {
      giveUp.abort()
      return 'silence'
    }
    await failure(desk.client.uploadFees(exampleBill(), { signal: giveUp.signal }), 'CENTRE_ABORTED', 'unknown')
    assert.equal(desk.server.requests.length, 1)
  })
})

describe('a request that never left', () => {
  it('because nobody listens', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    await new Promise((resolve) => server.close(resolve))
    assert.ok(typeof address === 'object' && address !== null)
    const client = createCentreClient({
      baseUrl: `http://127.0.0.1:${address.port}`,
      orgCodg: ORG,
      credentials: hospital,
    })
    const error = await failure(client.uploadFees(exampleBill()), 'CENTRE_UNREACHABLE', 'not-sent')
    assert.match(error.message, /ECONNREFUSED/)
  })

  it('because the name is unknown', async () => {
    const client = createCentreClient({ baseUrl: 'http://centre.invalid', orgCodg: ORG, credentials: hospital })
    const error = await client.querySettlement(query, { deadline: 5000 }).catch((error: unknown) => error)
    assert.ok(isCentreError(error) && error.delivery === 'not-sent', String(error))
  })

  it('because the caller had given up before', async () => {
    await using desk = await openDesk()
    await failure(desk.client.querySettlement(query, { signal: AbortSignal.abort() }), 'CENTRE_ABORTED', 'not-sent')
    assert.equal(desk.server.connections.count, 0)
  })

  it('because the caller gave up at once', async () => {
    await using desk = await openDesk()
    const giveUp = new AbortController()
    const call = desk.client.querySettlement(query, { signal: giveUp.signal })
    giveUp.abort()
    await failure(call, 'CENTRE_ABORTED', 'not-sent')
    await settled()
    assert.equal(desk.server.requests.length, 0)
  })

  it('because the deadline was over at once', async () => {
    await using desk = await openDesk()
    await failure(desk.client.querySettlement(query, { deadline: 0 }), 'CENTRE_TIMEOUT', 'not-sent')
    await settled()
    assert.equal(desk.server.requests.length, 0)
  })

  it('because it is too large', async () => {
    await using desk = await openDesk()
    const bill = exampleBill()
    const [line] = bill.feedetailList ?? []
    assert.ok(line !== undefined)
    const memo = '药'.repeat(80)
    const lines = Array.from({ length: 2000 }, (_, index) => ({
      ...line,
      feedetlSn: `L${index}`,
      sinDosDscr: memo,
      medcWayDscr: memo,
    }))
    const medfeeSumamt = sumYuan(lines.map(({ detItemFeeSumamt }) => detItemFeeSumamt))
    const { fulamtOwnpayAmt: _, preselfpayAmt: __, inscpScpAmt: ___, ...rest } = bill
    await failure(
      desk.client.uploadFees({ ...rest, medfeeSumamt, feedetailList: lines }),
      'CENTRE_REQUEST_TOO_LARGE',
      'not-sent',
    )
    assert.equal(desk.server.connections.count, 0)
  })
})

describe('every request', () => {
  it('has a connection of its own, which is not used again', async () => {
    await using desk = await openDesk()
    for (let call = 0; call < 3; call += 1) await desk.client.querySettlement(query)
    assert.deepEqual([desk.server.requests.length, desk.server.connections.count], [3, 3])
    for (const head of desk.server.heads) assert.match(head, /connection: close/i)
  })

  it('is not held up by a server that keeps the connection', async () => {
    await using desk = await openDesk()
    const body = await centreAnswer(pending)
    const raw = `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: keep-alive\r\n\r\n${body}`
    desk.server.react = () => ({ raw, keepOpen: true })
    for (let call = 0; call < 2; call += 1) assert.equal((await desk.client.querySettlement(query)).status, 'pending')
    assert.deepEqual([desk.server.requests.length, desk.server.connections.count], [2, 2])
  })

  it('is sent once although the connection dies before anything is read', async () => {
    await using desk = await openDesk()
    desk.server.onConnection = (socket) => void socket.destroy()
    const error = await desk.client.uploadFees(exampleBill()).catch((error: unknown) => error)
    assert.ok(isCentreError(error))
    await settled()
    assert.equal(desk.server.connections.count, 1)
    assert.equal(desk.server.requests.length, 0)
  })

  it('goes side by side with others', async () => {
    await using desk = await openDesk()
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.client.querySettlement(query)))
    assert.equal(answers.length, 8)
    assert.equal(desk.server.requests.length, 8)
  })
})

/** Long enough for a second request of the same machine to arrive, if anybody sent one. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60))
}
