// @everyday none
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import { defaultProfile, encodeRawRequest } from '@nationec/protocol'
import { CASHIER, ORG_ID, openDesk, PAGE } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'
import { ask } from './fixtures/http.ts'
import { billFor, start } from './fixtures/program.ts'

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-agent-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('a key', () => {
  it('of an operation that a restart has cut refuses another body, whatever the order of its members', () =>
    inFolder(async (dataFolder) => {
      let bill: Record<string, unknown> = {}
      {
        await using desk = await openDesk({ dataFolder })
        bill = await desk.bill()
        const asked = new Promise<void>((resolve) => {
          desk.simulator.events((event) => event.type === 'fault' && resolve())
        })
        desk.simulator.faults.next('lost-answer', 'uploadFees')
        const upload = desk.call('POST', '/v1/orders', bill, { key: 'k' })
        await asked
        await desk.agent.stop({ within: 0 })
        assert.equal((await upload).json.delivery, 'unknown')
      }
      await using desk = await openDesk({ dataFolder })
      const other = await desk.call('POST', '/v1/orders', { ...bill, chrgBchno: 'x' }, { key: 'k' })
      assert.deepEqual([other.status, other.json.code], [422, 'KEY_REUSED'])
      const turned = Object.fromEntries(Object.entries(bill).reverse())
      const again = await desk.call('POST', '/v1/orders', turned, { key: 'k' })
      assert.deepEqual([again.status, again.json.delivery], [502, 'unknown'])
      assert.equal(desk.simulator.counts.effects.uploads, 0)
    }))
})

describe('the text of an old page', () => {
  it('is not sent a second time by somebody who guesses the name under which it goes out', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    const data = { ...bill, medOrgOrd: 'OLDPAGE1' }
    const transType = defaultProfile.transTypes.uploadFees
    const json = encodeRawRequest({ orgId: ORG_ID, transType, data }, defaultProfile)
    const asked = new Promise<void>((resolve) => {
      desk.simulator.events((event) => event.type === 'fault' && resolve())
    })
    desk.simulator.faults.next({ kind: 'slow', milliseconds: 150, carriedOut: 'last' }, 'uploadFees')
    const sent = desk.call('POST', '/v1/nation-ec-trans', { url: '', json })
    await asked
    const guesses = Array.from({ length: 4 }, (_, index) => {
      const body = { transType: `text-${index + 1}`, data: null }
      return desk.call('POST', '/v1/request', body, { key: `guess-${index}` })
    })
    await Promise.all([sent, ...guesses])
    assert.equal(desk.simulator.counts.requests[transType], 1)
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  })
})

describe('a log that cannot be written', {
  skip: !existsSync('/dev/full') && 'the system has no device that is always full',
}, () => {
  it('changes nothing in how an operation ends', async () => {
    await using running = await start('--transport', 'simulator', '--log-file', '/dev/full', '--log-level', 'info')
    const uploaded = await running.call('POST', '/v1/orders', await billFor(running), 'k')
    assert.equal(uploaded.status, 201, uploaded.text)
    assert.equal(uploaded.json.operation.state, 'done')
  })

  it('nor does a logger that throws', async () => {
    const fail = (): never => {
      throw new Error('no log today')
    }
    const logger = { request: () => {}, info: fail, error: () => {} }
    await using desk = await openDesk({ logger })
    const { status, json } = await desk.upload('k')
    assert.deepEqual([status, json.operation.state], [201, 'done'])
    assert.equal((await desk.call('GET', '/v1/operations')).json.operations.length, 1)
  })
})

describe('an event stream', () => {
  it('hears nothing more once its pairing is taken back', async () => {
    await using desk = await openDesk()
    const token = await desk.pairPage(PAGE)
    const headers = { Origin: PAGE, Authorization: `Bearer ${token}` }
    const page = await follow(`${desk.base}/v1/events`, headers)
    await page.until('ready')
    const { id } = (await desk.call('GET', '/v1/pairings')).json.paired.find(
      ({ origin }: { origin: string }) => origin === PAGE,
    )
    assert.equal((await desk.call('DELETE', `/v1/pairings/${id}`)).status, 204)
    await desk.upload('k')
    await page.ended
    assert.deepEqual(
      page.events.map(({ event }) => event),
      ['ready'],
    )
  })

  it('is not left open by HEAD, and gives its place back when the reader goes', async () => {
    await using desk = await openDesk()
    for (let round = 0; round < 40; round += 1) {
      const { status, text } = await desk.call('HEAD', '/v1/events')
      assert.deepEqual([status, text], [200, ''])
    }
    const headers = { Authorization: `Bearer ${desk.token}` }
    for (let round = 0; round < 40; round += 1) {
      const following = await follow(`${desk.base}/v1/events`, headers)
      if (following.status === 429) {
        // The agent hears of a reader that went a moment later.
        await new Promise((resolve) => setTimeout(resolve, 20))
      } else await following.until('ready')
      following.close()
    }
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const { text } = await desk.call('GET', '/metrics')
      if (/nationec_agent_event_streams 0/.test(text)) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    assert.fail('streams are left')
  })
})

describe('a body', () => {
  it('that comes too slowly for a stopping agent starts nothing', async () => {
    await using desk = await openDesk()
    const bill = JSON.stringify(await desk.bill())
    const { hostname, port, host } = new URL(desk.base)
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (part) => {
      answer += part
    })
    socket.on('error', () => {})
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const head = [
      'POST /v1/orders HTTP/1.1',
      `Host: ${host}`,
      `Authorization: Bearer ${desk.token}`,
      'Content-Type: application/json',
      'Idempotency-Key: slow',
      `Content-Length: ${Buffer.byteLength(bill)}`,
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n${bill.slice(0, 100)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const stopped = desk.agent.stop({ within: 100 })
    socket.write(bill.slice(100))
    assert.equal(await stopped, 'done')
    socket.destroy()
    await closed
    assert.ok(!answer.startsWith('HTTP/1.1 201'), answer.slice(0, 40))
    assert.equal(desk.simulator.counts.effects.uploads, 0)
  })

  it('of a hundred megabytes is refused by its head', async () => {
    await using desk = await openDesk()
    const { hostname, port, host } = new URL(desk.base)
    const socket = connect(Number(port), hostname)
    const answer = new Promise<string>((resolve) => {
      socket.once('data', (part) => resolve(String(part)))
      socket.once('close', () => resolve('closed'))
      socket.on('error', () => {})
    })
    const head = [
      'POST /v1/orders HTTP/1.1',
      `Host: ${host}`,
      `Authorization: Bearer ${desk.token}`,
      'Content-Type: application/json',
      'Idempotency-Key: k',
      'Content-Length: 104857600',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n{"a":"`)
    assert.match(await answer, /^HTTP\/1\.1 413 /)
    socket.destroy()
    assert.equal((await desk.call('GET', '/livez')).status, 200)
  })
})

describe('names and numbers', () => {
  it('that a person types into a decision are no way for a name into lists and ledger', () =>
    inFolder(async (dataFolder) => {
      await using desk = await openDesk({ dataFolder })
      desk.simulator.faults.next('line-cut', 'uploadFees')
      const { id } = (await desk.upload('k')).json.operation
      const decision = { outcome: 'done', by: 'u007', because: '与中心核对' }
      const closed = await desk.call('POST', `/v1/operations/${id}/close`, { ...decision, payOrdId: '王小明' })
      assert.deepEqual([closed.status, closed.json.code], [422, 'PARAMETER_INVALID'])
      for (const name of await readdir(join(dataFolder, 'ledger'))) {
        assert.ok(!(await readFile(join(dataFolder, 'ledger', name), 'utf8')).includes('王小明'), name)
      }
    }))

  it('of methods that nobody knows are no labels of metrics', async () => {
    await using desk = await openDesk()
    for (const method of ['PROPFIND', 'MKCOL', 'REPORT']) await desk.call(method, '/v1/orders').catch(() => {})
    const { text } = await desk.call('GET', '/metrics')
    assert.doesNotMatch(text, /PROPFIND|MKCOL|REPORT/)
  })
})

describe('guessing pairing codes', () => {
  it('ends for the day after fifty wrong ones, however slowly they come; who is paired stays so', async () => {
    let now = Date.UTC(2026, 10, 23)
    await using desk = await openDesk({ clock: () => now })
    const headers = { 'Content-Type': 'application/json', Origin: PAGE }
    const begin = () => ask(`${desk.base}/v1/pairings`, { method: 'POST', headers, body: {} })
    for (let round = 0; round < 10; round += 1) {
      now += 11 * 60_000
      const { pairingId } = (await begin()).json
      const real = desk.pending().find((one) => one.pairingId === pairingId)?.code
      const body = { pairingId, code: real === '000000' ? '000001' : '000000' }
      for (let guess = 0; guess < 5; guess += 1) {
        await ask(`${desk.base}/v1/pairings/confirm`, { method: 'POST', headers, body })
      }
    }
    now += 11 * 60_000
    const refused = await begin()
    assert.deepEqual([refused.status, refused.json.code], [429, 'PAIRING_LIMIT'])
    assert.equal((await desk.call('GET', '/v1/orders')).status, 200)
    now += 24 * 60 * 60_000
    assert.equal((await begin()).status, 201)
  })
})

describe('a folder', () => {
  it('that cannot be made is told as such', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'till'), '')
      const [asFile, below] = [join(folder, 'till'), join(folder, 'till', 'data')]
      for (const dataFolder of [asFile, below]) {
        await assert.rejects(openDesk({ dataFolder }), (error) => isNationEcError(error, 'LEDGER_UNREACHABLE'))
      }
    }))

  it('with tokens that are broken stands in no way: everybody pairs again', () =>
    inFolder(async (dataFolder) => {
      await writeFile(join(dataFolder, 'tokens.json'), '[null, 1, {"hash": 5}]')
      await using desk = await openDesk({ dataFolder })
      assert.equal((await desk.call('POST', '/v1/credential/query', CASHIER)).status, 200)
    }))
})
