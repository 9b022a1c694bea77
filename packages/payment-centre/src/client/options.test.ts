import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { type CentreClientOptions, createCentreClient, isCentreError } from '@nationec/payment-centre'
import { openCountingServer } from '../fixtures/counting-server.ts'
import { centreAnswer, exampleBill, hospital, ORG, openDesk, pending, query, START } from '../fixtures/desk.ts'
import { certificate, certificateKey } from '../fixtures/tls.ts'

const usual: CentreClientOptions = {
  baseUrl: 'http://127.0.0.1:1',
  orgCodg: ORG,
  credentials: hospital,
  clock: () => START,
}

describe('the options of a client', () => {
  it('are refused when they do not fit, without showing an address', () => {
    const bad: Partial<Record<keyof CentreClientOptions, unknown>>[] = [
      { baseUrl: '' },
      { baseUrl: 'ftp://centre.test' },
      { baseUrl: 'centre.test' },
      { baseUrl: 'http://name:password@centre.test' },
      { baseUrl: 'http://centre.test/?a=1' },
      { baseUrl: undefined },
      { credentials: undefined },
      { deadlines: { refund: -1 } },
      { deadlines: { refund: Number.NaN } },
      { deadlines: { refunds: 1 } },
    ]
    for (const change of bad) {
      assert.throws(
        () => createCentreClient({ ...usual, ...change } as CentreClientOptions),
        (error: unknown) => isCentreError(error, 'CENTRE_OPTION_INVALID') && !error.message.includes('password'),
        JSON.stringify(change),
      )
    }
    const withOrgCodg = (orgCodg: string) => () => createCentreClient({ ...usual, orgCodg })
    assert.throws(withOrgCodg(''), /CENTRE_OPTION_INVALID.*`orgCodg` must be 1 to 40 letters and digits/)
  })

  it('of one call are refused asynchronously', async () => {
    const client = createCentreClient(usual)
    for (const options of [
      { deadline: -1 },
      { deadline: 2 ** 31 },
      { signal: {} as AbortSignal },
      { signal: 'now' as never },
      { signal: null as never },
      { timeout: 5 } as never,
    ]) {
      await assert.rejects(client.querySettlement(query, options), {
        code: 'CENTRE_OPTION_INVALID',
        delivery: 'not-sent',
      })
    }
  })
})

describe('a fetch of the caller’s own', () => {
  it('is used once for each call, and told to follow nothing', async () => {
    const seen: RequestInit[] = []
    const fetch = async (_: string, init: RequestInit): Promise<Response> => {
      seen.push(init)
      return new Response(await centreAnswer(pending))
    }
    const client = createCentreClient({ ...usual, fetch })
    assert.equal((await client.querySettlement(query)).status, 'pending')
    assert.deepEqual([seen.length, seen[0]?.method, seen[0]?.redirect], [1, 'POST', 'manual'])
  })

  it('leaves every failure unknown, even one that looks harmless', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })
    const client = createCentreClient({ ...usual, fetch: () => Promise.reject(refused) })
    await assert.rejects(client.uploadFees(exampleBill()), { code: 'CENTRE_LINK_LOST', delivery: 'unknown' })
    const throwing = createCentreClient({
      ...usual,
      fetch: () => {
        throw refused
      },
    })
    await assert.rejects(throwing.uploadFees(exampleBill()), { code: 'CENTRE_LINK_LOST', delivery: 'unknown' })
  })

  it('reads no more than the limit', async () => {
    let pulled = 0
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled += 1
          controller.enqueue(new Uint8Array(100_000))
        },
      })
    const client = createCentreClient({ ...usual, fetch: async () => new Response(endless()) })
    await assert.rejects(client.querySettlement(query), { code: 'CENTRE_ANSWER_TOO_LARGE', delivery: 'unknown' })
    assert.ok(pulled < 20)
  })

  it('may not be the one of Deno, which repeats requests', () => {
    const make = () => createCentreClient({ ...usual, fetch: globalThis.fetch as never })
    if ('Deno' in globalThis) assert.throws(make, { code: 'CENTRE_OPTION_INVALID' })
    else assert.doesNotThrow(make)
  })
})

describe('TLS', () => {
  it('accepts a certificate of a root that was given', async () => {
    await using server = await openCountingServer({ key: certificateKey, cert: certificate })
    server.react = async () => ({ body: await centreAnswer(pending) })
    const client = createCentreClient({ ...usual, baseUrl: server.url, tls: { ca: certificate } })
    assert.equal((await client.querySettlement(query)).status, 'pending')
    assert.equal(server.requests.length, 1)
  })

  it('refuses a certificate that nobody vouches for, before anything is sent', async () => {
    await using server = await openCountingServer({ key: certificateKey, cert: certificate })
    const client = createCentreClient({ ...usual, baseUrl: server.url })
    await assert.rejects(client.uploadFees(exampleBill()), { code: 'CENTRE_TLS_FAILED', delivery: 'not-sent' })
    assert.equal(server.requests.length, 0)
  })

  it('refuses it also where the environment or the caller would let every certificate pass', async () => {
    await using server = await openCountingServer({ key: certificateKey, cert: certificate })
    const usualValue = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      for (const tls of [{}, { rejectUnauthorized: false }] as object[]) {
        const client = createCentreClient({ ...usual, baseUrl: server.url, tls })
        await assert.rejects(client.uploadFees(exampleBill()), { code: 'CENTRE_TLS_FAILED', delivery: 'not-sent' })
      }
      assert.equal(server.requests.length, 0)
    } finally {
      if (usualValue === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = usualValue
    }
  })

  it('refuses a certificate of another host', async () => {
    await using server = await openCountingServer({ key: certificateKey, cert: certificate })
    const tls = { ca: certificate, servername: 'another.test' }
    const client = createCentreClient({ ...usual, baseUrl: server.url, tls })
    await assert.rejects(client.uploadFees(exampleBill()), { code: 'CENTRE_TLS_FAILED', delivery: 'not-sent' })
    assert.equal(server.requests.length, 0)
  })

  it('gives up at a server that does not speak it', async () => {
    await using desk = await openDesk()
    desk.server.onConnection = (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    const client = createCentreClient({ ...usual, baseUrl: desk.server.url.replace('http:', 'https:') })
    const error = await client.querySettlement(query).catch((error: unknown) => error)
    assert.ok(isCentreError(error) && error.delivery === 'not-sent', String(error))
    assert.equal(desk.server.requests.length, 0)
  })

  it('gives up at a server that never shakes hands', async () => {
    await using desk = await openDesk()
    const client = createCentreClient({ ...usual, baseUrl: desk.server.url.replace('http:', 'https:') })
    await assert.rejects(client.querySettlement(query, { deadline: 100 }), {
      code: 'CENTRE_TIMEOUT',
      delivery: 'not-sent',
    })
  })
})
