// @everyday node
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { createLogger } from '@nationec/agent'
import { createSimulator, inventedPeople, type Simulator } from '@nationec/simulator'
import { CASHIER, type Desk, openDesk, PAGE } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'
import type { Answer } from './fixtures/http.ts'

const file = new URL('../../../examples/outpatient-5-lines.json', import.meta.url)
const {
  idNo: _i,
  idType: _t,
  userName: _u,
  ecToken: _e,
  medOrgOrd: _m,
  orgCodg: _o,
  ...BILL
} = JSON.parse(await readFile(file, 'utf8'))

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ deadline: 200 })
})
afterEach(() => desk.agent.stop({ within: 0 }))

const open = (changes: object = {}, at: Desk = desk): Promise<Answer> =>
  at.call('POST', '/v1/sales', { bill: { ...BILL, ...changes }, source: 'typed' })

const step = (id: string, name: string, body: unknown = {}, key?: string, at: Desk = desk): Promise<Answer> =>
  at.call('POST', `/v1/sales/${id}/${name}`, body, key === undefined ? {} : { key })

const sale = async (id: string, at: Desk = desk) => (await at.call('GET', `/v1/sales/${id}`)).json

async function identified(changes: object = {}, at: Desk = desk) {
  const { json, text, status } = await open(changes, at)
  assert.equal(status, 201, text)
  const read = await step(json.id, 'identify', CASHIER, undefined, at)
  assert.equal(read.status, 200, read.text)
  return read.json
}

async function uploaded(changes: object = {}) {
  const { id, keys } = await identified(changes)
  const done = await step(id, 'upload', {}, keys.upload)
  assert.equal(done.status, 200, done.text)
  return done.json
}

/** Until the agent has asked by itself. */
async function reaches(id: string, stage: string, at: Desk = desk) {
  for (let turn = 0; turn < 200; turn += 1) {
    const now = await sale(id, at)
    if (now.stage === stage) return now
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.fail(`the sale stays ${(await sale(id, at)).stage}`)
}

describe('a sale', () => {
  it('goes from the bill to the settlement, and asks by itself after the push', async () => {
    const { id, stage, lines, total } = (await open()).json
    assert.deepEqual([stage, lines, total], ['draft', 5, '150.52'])
    const read = (await step(id, 'identify', CASHIER)).json
    assert.equal(read.stage, 'identified')
    assert.match(read.person.idNo, /^\d{3}\*+\d{3}[\dX]$/)
    const done = (await step(id, 'upload', {}, read.keys.upload)).json
    assert.equal(done.stage, 'uploaded')
    desk.simulator.patient.pay(done.order.payOrdId)
    const settled = await reaches(id, 'settled')
    assert.equal(settled.order.amounts.total, '150.52')
    assert.equal((await step(id, 'printed')).json.stage, 'printed')
    assert.equal((await step(id, 'close')).status, 204)
    assert.equal((await desk.call('GET', `/v1/sales/${id}`)).json.code, 'SALE_NOT_KNOWN')
  })

  it('is one for each number: the same bill again is the same sale, another bill is refused', async () => {
    const first = await open({ medOrgOrd: 'BILL-1' })
    const again = await open({ medOrgOrd: 'BILL-1' })
    assert.deepEqual([first.status, again.status, again.json.id], [201, 200, first.json.id])
    const other = await open({ medOrgOrd: 'BILL-1', chrgBchno: 'other' })
    assert.deepEqual([other.status, other.json.code], [409, 'SALE_BILL_DIFFERS'])
  })

  it('uploads once for two presses, two pages and a repetition', async () => {
    const { id, keys } = await identified()
    const both = await Promise.all([step(id, 'upload', {}, keys.upload), step(id, 'upload', {}, keys.upload)])
    // The second is told that the step runs, or what it came to.
    for (const { status, json } of both) assert.ok(status === 200 || json.code === 'SALE_BUSY')
    assert.equal((await step(id, 'upload', {}, keys.upload)).status, 200)
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  })

  it('can be uploaded and revoked again after a refusal, under a key of its own', async () => {
    const { id, keys } = await identified()
    desk.simulator.faults.next('busy', 'uploadFees')
    const refused = await step(id, 'upload', {}, keys.upload)
    assert.equal(refused.status, 409)
    assert.equal(refused.json.sale.stage, 'identified')
    assert.equal(refused.json.sale.refusal.kind, 'upload')
    assert.notEqual(refused.json.sale.refusal.responseMessage, undefined)
    const next = refused.json.sale.keys.upload
    assert.notEqual(next, keys.upload)
    assert.equal((await step(id, 'upload', {}, keys.upload)).status, 409)
    assert.equal(desk.simulator.counts.effects.uploads, 0, 'the old key sends nothing')
    const done = (await step(id, 'upload', {}, next)).json
    assert.equal(done.stage, 'uploaded')
    desk.simulator.faults.next('refused', 'revokeFees')
    const stays = (await step(id, 'revoke', {}, done.keys.revoke)).json
    assert.equal(stays.sale.refusal.kind, 'revoke')
    assert.equal((await step(id, 'revoke', {}, stays.sale.keys.revoke)).json.stage, 'revoked')
    assert.equal(desk.simulator.counts.effects.revokes, 1)
  })

  it('takes no key of another sale', async () => {
    const one = await identified()
    const other = await identified({ medfeeSumamt: '150.52', chrgBchno: 'B2' })
    const mixed = await step(one.id, 'upload', {}, other.keys.upload)
    assert.deepEqual([mixed.status, mixed.json.code], [409, 'SALE_STEP_REFUSED'])
    assert.equal(desk.simulator.counts.effects.uploads, 0)
  })

  it('gives no person of another sale out: not in a query, a revocation or a refund', async () => {
    const first = await uploaded()
    desk.simulator.patient.pay(first.order.payOrdId)
    await reaches(first.id, 'settled')
    await step(first.id, 'close')
    const again = (await desk.call('POST', '/v1/sales', { medOrgOrd: first.medOrgOrd, source: 'order' })).json
    assert.equal(again.stage, 'settled')
    assert.equal(again.person, undefined)
    const form = { refdType: 'ALL', totlRefdAmt: '150.52' }
    const bare = await step(again.id, 'refund', form, 'R1')
    assert.deepEqual([bare.status, bare.json.code], [409, 'SALE_PERSON_MISSING'])
    desk.simulator.patient.present('second')
    const other = await step(again.id, 'identify', CASHIER)
    assert.deepEqual([other.status, other.json.code], [409, 'SALE_PERSON_DIFFERS'])
    assert.equal((await sale(again.id)).person, undefined)
  })

  it('leaves nothing of its person in logs, events, lists and failures', async () => {
    const lines: string[] = []
    const logger = createLogger('debug', { write: (line: string) => void lines.push(line) })
    await using told = await openDesk({ logger, deadline: 200 })
    const following = await follow(`${told.base}/v1/events`, { Authorization: `Bearer ${told.token}` })
    const read = await identified({}, told)
    told.simulator.faults.next('refused', 'uploadFees')
    const refused = await step(read.id, 'upload', {}, read.keys.upload, told)
    const { sale: shown, ...failure } = refused.json
    await step(read.id, 'upload', {}, shown.keys.upload, told)
    await following.until('order')
    const orders = await told.call('GET', '/v1/orders')
    const all = [...lines, ...following.events.map(({ data }) => data), orders.text, JSON.stringify(failure)].join('\n')
    assert.ok(all.includes(read.id), 'the sale itself is named')
    const [person] = inventedPeople
    for (const secret of [read.person.userName, person?.idNo ?? ''])
      assert.equal(secret === '' || all.includes(secret), false)
    following.close()
  })

  it('refuses a patient who is not the one of the bill that was handed over', async () => {
    const { id } = (await open({ idNo: '999999196202140029' })).json
    const other = await step(id, 'identify', CASHIER)
    assert.deepEqual([other.status, other.json.code], [409, 'SALE_PERSON_DIFFERS'])
  })

  it('charges nothing more of a person whose outcome is unknown, and goes on with others', async () => {
    const first = await identified()
    desk.simulator.faults.next('lost-answer', 'uploadFees')
    const lost = await step(first.id, 'upload', {}, first.keys.upload)
    assert.equal(lost.json.sale.stage, 'unknown')
    assert.equal(lost.json.sale.unknown.kind, 'upload')
    assert.equal((await step(first.id, 'close')).json.code, 'SALE_STEP_REFUSED')
    const same = await identified({ medfeeSumamt: '150.52', chrgBchno: 'B2' })
    assert.equal(same.waitsFor, first.id)
    const refused = await step(same.id, 'upload', {}, same.keys.upload)
    assert.equal(refused.json.code, 'SALE_PERSON_WAITS')
    assert.equal(desk.simulator.counts.effects.uploads, 1)
    const asked = await step(first.id, 'query')
    assert.equal(asked.json.stage, 'uploaded', asked.text)
    assert.equal((await sale(same.id)).waitsFor, undefined)
  })

  it('gives back once for each form, and never more than is left', async () => {
    const done = await uploaded()
    desk.simulator.patient.pay(done.order.payOrdId)
    const settled = await reaches(done.id, 'settled')
    const { cash } = settled.order.amounts
    const form = { refdType: 'CASH', totlRefdAmt: '1.00', cashRefdAmt: '1.00' }
    await Promise.all([step(done.id, 'refund', form, 'R1'), step(done.id, 'refund', form, 'R1')])
    const again = await step(done.id, 'refund', form, 'R1')
    assert.equal(again.status, 200, again.text)
    assert.equal(desk.simulator.refunds().length, 1)
    const more = await step(done.id, 'refund', { ...form, totlRefdAmt: cash, cashRefdAmt: cash }, 'R2')
    assert.equal(more.json.code, 'BUCKET_EXCEEDED')
    assert.equal(desk.simulator.refunds().length, 1)
  })

  it('shows a page that handed it over how far it is, and no person and no other sale', async () => {
    const token = await desk.pairPage(PAGE)
    const headers = { Authorization: `Bearer ${token}`, Origin: PAGE }
    const given = await desk.call('POST', '/v1/sales', { bill: BILL }, { headers })
    assert.deepEqual(Object.keys(given.json).sort(), [
      'changedAt',
      'createdAt',
      'id',
      'medOrgOrd',
      'source',
      'stage',
      'total',
    ])
    await step(given.json.id, 'identify', CASHIER)
    const seen = await desk.call('GET', `/v1/sales/${given.json.id}`, undefined, { headers })
    assert.equal(seen.json.stage, 'identified')
    assert.equal('person' in seen.json || 'bill' in seen.json, false)
    assert.equal((await desk.call('GET', '/v1/sales', undefined, { headers })).json.code, 'ROLE_REFUSED')
  })
})

describe('a sale on the disk', () => {
  let folder: string
  let simulator: Simulator
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nationec-sales-'))
    simulator = createSimulator({ seed: 7 })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const restarted = () => openDesk({ dataFolder: folder, simulator, deadline: 200 })
  const files = async () => (await readdir(join(folder, 'sales'))).filter((name) => name.endsWith('.sale'))

  it('is found again by a restarted agent, with its person, and nothing of it can be read', async () => {
    let id = ''
    let name = ''
    {
      await using before = await restarted()
      const read = await identified({}, before)
      id = read.id
      name = read.person.userName
    }
    const [only = ''] = await files()
    const sealed = await readFile(join(folder, 'sales', only))
    assert.equal(sealed.includes(name), false)
    assert.equal(sealed.includes('feedetailList'), false)
    await using after = await restarted()
    const again = await sale(id, after)
    assert.deepEqual([again.stage, again.person.userName], ['identified', name])
    assert.equal((await step(id, 'upload', {}, again.keys.upload, after)).json.stage, 'uploaded')
  })

  it('leaves nothing behind when it is closed, or a day after it was left', async () => {
    let now = Date.now()
    const clock = () => now
    {
      await using first = await openDesk({ dataFolder: folder, simulator, clock })
      const { id } = await identified({}, first)
      assert.equal((await step(id, 'close', {}, undefined, first)).status, 204)
      assert.deepEqual(await files(), [])
      await identified({}, first)
      assert.equal((await files()).length, 1)
    }
    now += 25 * 60 * 60 * 1000
    await using _later = await openDesk({ dataFolder: folder, simulator, clock })
    assert.deepEqual(await files(), [])
  })
})
