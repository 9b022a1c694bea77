// @everyday none
import assert from 'node:assert/strict'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createAgent } from '@nationec/agent'
import { defaultProfile, encodeRawRequest } from '@nationec/protocol'
import { mockTransport } from '@nationec/transport-mock'
import { CASHIER, type Desk, type DeskOptions, ORG_ID, openDesk } from './fixtures/desk.ts'

/** Numbers and PINs of the test. */
const IT = { number: 'it-1', name: '信息科 赵', role: 'it', pin: '900001' }
const CHEN = { number: '1001', name: '陈收费', role: 'cashier', pin: '100100' }
const LI = { number: '2001', name: '李主管', role: 'supervisor', pin: '200200' }
const WANG = { number: '2002', name: '王主管', role: 'supervisor', pin: '200300' }

type Person = typeof IT

const credentials = ({ number, pin }: Person) => ({ number, pin })
const signOn = (desk: Desk, person: Person) => desk.call('POST', '/v1/session', credentials(person))

/** A desk at which people must sign on, before the first one has. */
async function openStaffed(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk({ signOn: true, ...options })
  assert.equal((await desk.call('POST', '/v1/operators', IT)).status, 201)
  await signOn(desk, IT)
  for (const person of [CHEN, LI, WANG]) assert.equal((await desk.call('POST', '/v1/operators', person)).status, 201)
  await desk.call('DELETE', '/v1/session')
  return desk
}

/** An order that is paid, uploaded by the cashier, who has signed on. */
async function paidOrder(desk: Desk): Promise<string> {
  await signOn(desk, CHEN)
  const { payOrdId } = (await desk.upload('paid')).json
  desk.simulator.patient.pay()
  await desk.call('POST', '/v1/orders/query', { payOrdId })
  return payOrdId
}

const refundOf = async (desk: Desk, payOrdId: string, cash: string) => {
  const { ecToken } = (await desk.call('POST', '/v1/credential/query', CASHIER)).json
  return { payOrdId, totlRefdAmt: cash, cashRefdAmt: cash, refdType: 'CASH', ecToken }
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-people-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

interface Entry {
  readonly action: string
  readonly operator?: string
  readonly facts: Record<string, unknown>
}

const auditOf = async (desk: Desk, person: Person = LI): Promise<{ entries: Entry[]; damage: unknown[] }> => {
  await signOn(desk, person)
  return (await desk.call('GET', '/v1/audit?limit=500')).json
}

describe('signing on', () => {
  it('comes before money, and is not asked for at a simulated terminal', async () => {
    await using demonstration = await openDesk()
    assert.deepEqual((await demonstration.call('GET', '/v1/session')).json, { needed: false, operator: null })
    assert.equal((await demonstration.upload('k')).status, 201)

    await using desk = await openStaffed()
    assert.deepEqual((await desk.call('GET', '/v1/session')).json, { needed: true, operator: null })
    const early = await desk.upload('k')
    assert.deepEqual([early.status, early.json.code, early.json.delivery], [401, 'SIGN_ON_NEEDED', 'not-sent'])
    const { transTypes } = defaultProfile
    const text = encodeRawRequest(
      { orgId: ORG_ID, transType: transTypes.uploadFees, data: {}, extData: undefined },
      defaultProfile,
    )
    const raw = { transType: 'local.charge', data: {} }
    for (const [path, body] of [
      ['/v1/nation-ec-trans', { url: '', json: text }],
      ['/v1/nation-ec-trans', { url: '', json: text.replace(transTypes.uploadFees, 'local.charge') }],
      ['/v1/request', raw],
    ] as const)
      assert.equal((await desk.call('POST', path, body, { key: 'raw' })).json.code, 'SIGN_ON_NEEDED', path)
    const keyless = { url: '', json: text.replace(transTypes.uploadFees, 'local.charge') }
    assert.equal((await desk.call('POST', '/v1/nation-ec-trans', keyless)).json.code, 'SIGN_ON_NEEDED')
    assert.equal(desk.simulator.counts.effects.uploads, 0)

    assert.deepEqual((await signOn(desk, CHEN)).json.operator, {
      number: '1001',
      name: '陈收费',
      role: 'cashier',
      active: true,
    })
    const { operation, order } = (await desk.upload('k')).json
    assert.equal(operation.operator, '1001')
    assert.equal((await desk.call('GET', `/v1/orders/${order.id}`)).json.operations[0].operator, '1001')
    await desk.call('DELETE', '/v1/session')
    assert.equal((await desk.upload('k2')).json.code, 'SIGN_ON_NEEDED')
  })

  it('is needed by default, except where the terminal is called a simulator', async () => {
    for (const [name, needed] of [
      ['dll', true],
      ['simulator', false],
    ] as const) {
      await using desk = await openDesk({ transport: mockTransport(() => '', { name }), plug: () => undefined })
      assert.equal((await desk.call('GET', '/v1/session')).json.needed, needed)
    }
    const limit = { orgId: ORG_ID, transport: mockTransport(() => ''), refundLimit: 'much' }
    await assert.rejects(createAgent(limit), /OPTION_INVALID.*refundLimit/)
  })

  it('belongs to the page that was paired, ends after an hour of nothing, and with the right to work', async () => {
    let now = Date.now()
    await using desk = await openStaffed({ clock: () => now })
    await signOn(desk, CHEN)
    const other = await desk.pairPage('https://his.example')
    const headers = { Origin: 'https://his.example', Authorization: `Bearer ${other}` }
    assert.equal((await desk.call('GET', '/v1/session', undefined, { headers })).json.operator, null)
    now += 61 * 60_000
    assert.equal((await desk.call('GET', '/v1/session')).json.operator, null)
    await signOn(desk, IT)
    const pairedIt = { headers }
    assert.equal((await desk.call('POST', '/v1/session', credentials(CHEN), pairedIt)).status, 200)
    assert.equal((await desk.call('PUT', '/v1/operators/1001', { active: false })).json.active, false)
    assert.equal((await desk.call('GET', '/v1/session', undefined, pairedIt)).json.operator, null)
    assert.equal((await desk.call('POST', '/v1/session', credentials(CHEN), pairedIt)).json.code, 'SIGN_ON_REFUSED')
  })

  it('is locked after five wrong PINs, sixty at once too, and says nothing of which part was wrong', async () => {
    let now = Date.now()
    await using desk = await openStaffed({ clock: () => now })
    const guess = (number: string, pin: string) => desk.call('POST', '/v1/session', { number, pin })
    const all = await Promise.all(Array.from({ length: 60 }, (_, index) => guess('1001', String(700_000 + index))))
    const codes = all.map(({ json }) => json.code)
    assert.equal(codes.filter((code) => code === 'SIGN_ON_REFUSED').length, 5)
    assert.equal(codes.filter((code) => code === 'SIGN_ON_LOCKED').length, 55)
    assert.equal((await signOn(desk, CHEN)).json.code, 'SIGN_ON_LOCKED')
    assert.equal((await signOn(desk, LI)).status, 200)
    const unknown = (await guess('stranger', '123456')).json
    assert.deepEqual(
      [unknown.code, unknown.summary],
      ['SIGN_ON_REFUSED', all.find(({ json }) => json.code === 'SIGN_ON_REFUSED')?.json.summary],
    )
    for (let index = 0; index < 5; index += 1) await guess(`stranger-${index}`, '123456')
    assert.equal((await guess('stranger-9', '123456')).json.code, 'SIGN_ON_LOCKED')
    now += 16 * 60_000
    assert.equal((await signOn(desk, CHEN)).status, 200)
  })

  it('keeps no PIN, and the people over a restart; a broken file is told and not taken for no file', () =>
    inFolder(async (dataFolder) => {
      const desk = await openStaffed({ dataFolder })
      await signOn(desk, CHEN)
      assert.equal(
        (await desk.call('PUT', '/v1/session/pin', { pin: '111111', newPin: '222222' })).json.code,
        'SIGN_ON_REFUSED',
      )
      assert.equal((await desk.call('PUT', '/v1/session/pin', { pin: CHEN.pin, newPin: '314159' })).status, 204)
      await desk.agent.stop()
      for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue
        const text = await readFile(join(entry.parentPath, entry.name), 'latin1')
        for (const pin of [IT.pin, LI.pin, '314159']) assert.ok(!text.includes(`"${pin}"`), entry.name)
      }
      const next = await openDesk({ dataFolder, signOn: true })
      assert.equal((await signOn(next, CHEN)).json.code, 'SIGN_ON_REFUSED')
      assert.equal((await signOn(next, { ...CHEN, pin: '314159' })).status, 200)
      await next.agent.stop()
      await writeFile(join(dataFolder, 'operators.json'), '[{"number":"1"}')
      await assert.rejects(openDesk({ dataFolder, signOn: true }), /OPERATORS_UNREADABLE/)
    }))
})

describe('roles', () => {
  it('let IT manage people and move no money, and cashiers move money and manage no person', async () => {
    await using desk = await openStaffed()
    await signOn(desk, IT)
    const bill = await desk.bill()
    const money = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.deepEqual([money.status, money.json.code], [403, 'OPERATOR_REFUSED'])
    assert.deepEqual(money.json.roles, ['cashier', 'supervisor'])
    assert.equal((await desk.call('POST', '/v1/operators', CHEN)).json.code, 'OPERATOR_EXISTS')
    const last = await desk.call('PUT', '/v1/operators/it-1', { role: 'cashier' })
    assert.deepEqual([last.status, last.json.code], [409, 'LAST_ADMINISTRATOR'])
    await signOn(desk, CHEN)
    const added = await desk.call('POST', '/v1/operators', { ...LI, number: '3' })
    assert.equal(added.json.code, 'OPERATOR_REFUSED')
    assert.equal((await desk.call('GET', '/v1/audit')).json.code, 'OPERATOR_REFUSED')
    const page = await desk.pairPage('https://his.example')
    const headers = { Origin: 'https://his.example', Authorization: `Bearer ${page}` }
    assert.equal((await desk.call('GET', '/v1/operators', undefined, { headers })).json.code, 'ROLE_REFUSED')
  })

  it('begin with one of IT, at the agent’s own console', async () => {
    await using desk = await openDesk({ signOn: true })
    assert.equal((await desk.call('POST', '/v1/operators', CHEN)).json.code, 'LAST_ADMINISTRATOR')
    const page = await desk.pairPage('https://his.example')
    const headers = { Origin: 'https://his.example', Authorization: `Bearer ${page}` }
    assert.equal((await desk.call('POST', '/v1/operators', IT, { headers })).json.code, 'ROLE_REFUSED')
    assert.equal((await desk.call('POST', '/v1/operators', IT)).status, 201)
    assert.equal((await desk.call('POST', '/v1/operators', CHEN)).json.code, 'SIGN_ON_NEEDED')
  })

  it('let a supervisor decide about an unknown outcome, with the amount typed again; the decision has the name', async () => {
    await using desk = await openStaffed()
    await signOn(desk, CHEN)
    desk.simulator.faults.next({ kind: 'line-cut', effect: 'none' }, 'uploadFees')
    const { id, amount, state } = (await desk.upload('lost')).json.operation
    assert.equal(state, 'unknown')
    const decide = (body: object) =>
      desk.call('POST', `/v1/operations/${id}/close`, { outcome: 'not-done', because: '中心无此单', ...body })
    assert.equal((await decide({ amount })).json.code, 'OPERATOR_REFUSED')
    await signOn(desk, LI)
    assert.equal((await decide({})).json.code, 'DECISION_AMOUNT_WRONG')
    assert.equal((await decide({ amount: '1.00' })).json.code, 'DECISION_AMOUNT_WRONG')
    assert.equal((await decide({ amount, because: '' })).json.code, 'PARAMETER_INVALID')
    assert.equal((await decide({ amount, by: '陈收费' })).json.issues[0].path, 'by')
    assert.equal((await decide({ amount })).json.outcome, 'not-done')
    const { entries } = await auditOf(desk)
    const decided = entries.find(({ action }) => action === 'decision')
    assert.deepEqual(
      [decided?.operator, decided?.facts['operation'], decided?.facts['by']],
      ['2001', id, '2001 李主管 (program)'],
    )
  })
})

describe('a refund over the limit', () => {
  it('needs a supervisor besides the one who asks; the word is for that refund, once', async () => {
    await using desk = await openStaffed({ refundLimit: '5.00' })
    const payOrdId = await paidOrder(desk)
    const body = await refundOf(desk, payOrdId, '6.00')
    const refund = (changes: object, key: string, approval?: string) =>
      desk.call('POST', `/v1/orders/refund?approval=${approval ?? ''}`, { ...body, ...changes }, { key })
    const approve = (person: Person, amount: string) =>
      desk.call('POST', '/v1/approvals', { ...credentials(person), payOrdId, amount })

    const alone = await desk.call('POST', '/v1/orders/refund', body, { key: 'r1' })
    assert.deepEqual([alone.status, alone.json.code, alone.json.refundLimit], [403, 'APPROVAL_NEEDED', '5.00'])
    assert.equal((await approve(CHEN, '6.00')).json.code, 'OPERATOR_REFUSED')
    const { approval } = (await approve(LI, '6.00')).json
    const more = { totlRefdAmt: '6.01', cashRefdAmt: '6.01' }
    for (const [changes, word] of [
      [more, approval],
      [{}, 'made-up'],
      [{ payOrdId: 'P0' }, approval],
    ])
      assert.equal((await refund(changes, 'r1', word)).json.code, 'APPROVAL_INVALID')
    assert.equal(desk.simulator.counts.effects.refunds, 0)
    const done = await refund({}, 'r1', approval)
    assert.equal(done.status, 200, done.text)
    assert.equal((await refund({}, 'r2', approval)).json.code, 'APPROVAL_INVALID', 'it is used up')
    const again = await desk.call('POST', '/v1/orders/refund', body, { key: 'r1' })
    assert.equal(again.status, 200, 'what is known under a key is told without another word')
    assert.equal(again.headers['idempotent-replayed'], 'true')
    assert.equal(desk.simulator.counts.effects.refunds, 1)

    const { entries } = await auditOf(desk)
    const used = entries.find(({ action }) => action === 'approval-used')
    assert.deepEqual([used?.operator, used?.facts['by'], used?.facts['amount']], ['1001', '2001', '6.00'])
  })

  it('cannot be approved by the one who asks, nor split into small ones, nor sent as a text', async () => {
    await using desk = await openStaffed({ refundLimit: '5.00' })
    const payOrdId = await paidOrder(desk)
    const small = await desk.call('POST', '/v1/orders/refund', await refundOf(desk, payOrdId, '3.00'), { key: 'a' })
    assert.equal(small.status, 200, small.text)
    const split = await desk.call('POST', '/v1/orders/refund', await refundOf(desk, payOrdId, '3.00'), { key: 'b' })
    assert.equal(split.json.code, 'APPROVAL_NEEDED')
    const data = await refundOf(desk, payOrdId, '9.00')
    const transType = defaultProfile.transTypes.refund
    const text = encodeRawRequest({ orgId: ORG_ID, transType, data, extData: undefined }, defaultProfile)
    const hidden = text.replace('"totlRefdAmt":"9.00"', '"totlRefdAmt":"1.00"')
    for (const json of [text, hidden])
      assert.equal((await desk.call('POST', '/v1/nation-ec-trans', { url: '', json })).json.code, 'APPROVAL_NEEDED')
    const request = await desk.call('POST', '/v1/request', { transType, data }, { key: 'c' })
    assert.equal(request.json.code, 'APPROVAL_NEEDED')
    assert.equal(desk.simulator.counts.effects.refunds, 1)
    await signOn(desk, LI)
    const own = { ...credentials(LI), payOrdId, amount: '9.00' }
    assert.equal((await desk.call('POST', '/v1/approvals', own)).json.code, 'APPROVAL_NEEDED')
    assert.equal((await desk.call('POST', '/v1/approvals', { ...own, ...credentials(WANG) })).status, 201)
  })
})

describe('the audit list', () => {
  it('tells what people did, goes out as a table, and holds nothing of a patient', async () => {
    await using desk = await openStaffed()
    await signOn(desk, CHEN)
    const bill = await desk.bill()
    await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    await desk.call('POST', '/v1/session', { number: '1001', pin: '999999' })
    const { entries, damage } = await auditOf(desk)
    assert.deepEqual(damage, [])
    assert.deepEqual(entries.map(({ action }) => action).slice(0, 4), [
      'sign-on',
      'sign-on-refused',
      'sign-on',
      'sign-off',
    ])
    const csv = await desk.call('GET', '/v1/audit.csv')
    assert.match(String(csv.headers['content-type']), /text\/csv/)
    assert.match(csv.text, /^\uFEFFseq,at,till,operator,role,action,facts\r\n1,/)
    assert.equal(csv.text.trim().split('\r\n').length, entries.length + 1)
    for (const name of ['idNo', 'userName', 'ecToken']) assert.ok(!csv.text.includes(String(bill[name])), name)
  })

  it('shows that it was changed, shortened or cut off, also after more was written', () =>
    inFolder(async (dataFolder) => {
      const desk = await openStaffed({ dataFolder })
      await desk.agent.stop()
      const path = join(dataFolder, 'audit.log')
      const whole = await readFile(path, 'utf8')
      const lines = whole.trim().split('\n')
      const wronged: [what: string, text: string][] = [
        ['entry-changed', whole.replace('"number":"1001"', '"number":"1009"')],
        ['entry-missing', `${lines.toSpliced(2, 1).join('\n')}\n`],
        ['entry-missing', `${lines.slice(0, -2).join('\n')}\n`],
      ]
      for (const [what, text] of wronged) {
        await writeFile(path, text)
        await using next = await openDesk({ dataFolder, signOn: true })
        const { damage } = await auditOf(next)
        assert.equal((damage[0] as { what: string }).what, what)
        await next.agent.stop()
        await writeFile(path, whole)
        await writeFile(
          `${path}.head`,
          JSON.stringify({ seq: lines.length, link: JSON.parse(lines.at(-1) ?? '').link }),
        )
      }
      // A crash tears the line that was being written; nothing was told to be done for it.
      await appendFile(path, lines.at(-1)?.slice(0, 40) ?? '')
      await using last = await openDesk({ dataFolder, signOn: true })
      assert.deepEqual((await auditOf(last)).damage, [])
    }))

  it('refuses a decision that it cannot write down', () =>
    inFolder(async (dataFolder) => {
      await using desk = await openStaffed({ dataFolder })
      await signOn(desk, CHEN)
      desk.simulator.faults.next({ kind: 'line-cut', effect: 'none' }, 'uploadFees')
      const { id, amount } = (await desk.upload('lost')).json.operation
      await signOn(desk, LI)
      const path = join(dataFolder, 'audit.log.head.new')
      await rm(path, { force: true })
      await mkdir(path)
      const body = { outcome: 'not-done', because: '中心无此单', amount }
      const refused = await desk.call('POST', `/v1/operations/${id}/close`, body)
      assert.deepEqual([refused.status, refused.json.code], [503, 'AUDIT_UNWRITABLE'])
      assert.equal((await desk.call('GET', `/v1/operations/${id}`)).json.state, 'unknown')
      await rm(path, { recursive: true })
      assert.equal((await desk.call('POST', `/v1/operations/${id}/close`, body)).status, 200)
      assert.deepEqual((await auditOf(desk)).damage, [])
    }))
})
