// @everyday node
import assert from 'node:assert/strict'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, it } from 'node:test'
import { createClient } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import { createSimulator, type Simulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { billOf5Lines } from '../demo/bills.ts'
import { billFor, CASHIER } from '../demo/desk.ts'
import { type HttpFace, openHttpFace } from './http-face.ts'
import { sendPushes } from './push-sender.ts'
import { readBody } from './read-body.ts'

const orgId = 'H33010200001'
const operator = {
  orgId,
  businessType: '01301',
  operatorId: '007',
  operatorName: '收费员',
  officeId: '03',
  officeName: '内科',
}
const query = JSON.stringify({ orgId, transType: 'ec.query', data: operator })

const open: HttpFace[] = []
afterEach(async () => {
  for (const face of open.splice(0)) await face.close()
})

async function serve(simulator: Simulator = createSimulator({ seed: 7 })): Promise<HttpFace> {
  const face = await openHttpFace({ handle: simulator.handle, port: 0 })
  open.push(face)
  return face
}

function post(url: string, body: string): Promise<Response> {
  return fetch(url, { method: 'POST', body })
}

/** A request whose headers are all our own. */
function statusWith(url: string, method: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.once('error', reject)
    sent.end(method === 'POST' ? query : undefined)
  })
}

describe('the HTTP face of the simulator', () => {
  it('answers a request with Chinese text as the terminal would', async () => {
    const { url } = await serve()
    const response = await post(`${url}any/path`, query)
    const answer = JSON.parse(await response.text())
    assert.equal(answer.code, 0)
    assert.equal(answer.data.userName, '测试甲')
  })

  it('answers many at once, each with its own', async () => {
    const { url } = await serve()
    const kinds = Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0 ? query : '{"orgId":"H1","transType":"nothing","data":{}}',
    )
    const codes = await Promise.all(
      kinds.map(async (body) => JSON.parse(await (await post(url, body)).text()).code !== 0),
    )
    assert.deepEqual(
      codes,
      kinds.map((_, index) => index % 2 === 1),
    )
  })

  it('lets a lost answer be lost: the caller gives up, and the effect stands', async () => {
    const simulator = createSimulator({ seed: 7 })
    const { url } = await serve(simulator)
    simulator.faults.next('lost-answer')
    const gaveUp = new AbortController()
    simulator.events((event) => event.type === 'fault' && setTimeout(() => gaveUp.abort(), 10))
    await assert.rejects(fetch(url, { method: 'POST', body: query, signal: gaveUp.signal }))
    assert.equal(simulator.counts.requests['ec.query'], 1)
  })

  it('closes the connection without an answer when the line is cut', async () => {
    const simulator = createSimulator({ seed: 7 })
    const { url } = await serve(simulator)
    simulator.faults.next('line-cut')
    // Not with fetch: on Deno it sends the request a second time, which is answered.
    await assert.rejects(statusWith(url, 'POST', {}))
    assert.equal(simulator.counts.requests['ec.query'], 1)
  })

  it('says what the library is to return instead of 0000', async () => {
    const simulator = createSimulator({ seed: 7 })
    const { url } = await serve(simulator)
    simulator.faults.next({ kind: 'library-return', value: '读卡失败' })
    const response = await post(url, query)
    assert.equal(decodeURIComponent(response.headers.get('x-nationec-return') ?? ''), '读卡失败')
  })

  it('refuses web pages, other hosts, other methods and more than 900K', async () => {
    const { url } = await serve()
    assert.equal(await statusWith(url, 'POST', {}), 200)
    assert.equal(await statusWith(url, 'GET', {}), 405)
    assert.equal(await statusWith(url, 'POST', { Origin: 'http://a.example' }), 403)
    assert.equal(await statusWith(url, 'POST', { Host: 'a.example' }), 403)
    assert.equal((await post(url, 'x'.repeat(900 * 1024 + 1))).status, 413)
    assert.equal((await post(url, 'x'.repeat(900 * 1024))).status, 200)
  })

  it('says that the port is taken', async () => {
    const { url } = await serve()
    await assert.rejects(
      openHttpFace({ handle: createSimulator({ seed: 1 }).handle, port: Number(new URL(url).port) }),
      (error) => isNationEcError(error, 'LISTEN_PORT_BUSY'),
    )
  })
})

/** A hospital's server that accepts pushes. */
async function serveHospital(received: string[]): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    received.push((await readBody(request)) ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

async function payOneOrder(simulator: Simulator): Promise<void> {
  const client = createClient({ orgId, transport: mockTransport(simulator.handle) })
  const person = await client.queryCredential(CASHIER)
  const { payOrdId } = await client.uploadFees(billFor(billOf5Lines(), person, client.serialNumber()))
  simulator.patient.pay(payOrdId)
  await client.close()
}

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('pushes', () => {
  it('are sent once, and a hospital that does not listen gets no second one', async () => {
    const received: string[] = []
    const lines: string[] = []
    const hospital = await serveHospital(received)
    const simulator = createSimulator({ seed: 7 })
    const stop = sendPushes(simulator, hospital.url, (line) => lines.push(line))
    await payOneOrder(simulator)
    await waitFor(() => lines.length === 1)
    assert.equal(received.length, 1)
    assert.equal(JSON.parse(received[0] ?? '').callType, '02')
    stop()
    await hospital.close()
    sendPushes(simulator, hospital.url, (line) => lines.push(line))
    await payOneOrder(simulator)
    await waitFor(() => lines.length === 2)
    assert.match(lines[1] ?? '', /not accepted/)
    assert.equal(received.length, 1)
  })
})
