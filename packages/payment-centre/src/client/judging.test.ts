import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { emptyRemovals } from '@nationec/crypto/json'
import {
  defineCentreProfile,
  isCentreError,
  openEnvelope,
  sealEnvelope,
  type UnprovedAnswer,
} from '@nationec/payment-centre'
import { BusinessError, defineProfile, ProtocolError, yuan } from '@nationec/protocol'
import { centre, centreAnswer, exampleBill, hospital, ORG, openDesk, pending, query, START } from '../fixtures/desk.ts'

const person = { idNo: '999999196202140011', userName: '测试患者甲', idType: '01' }
const paid = { feeSumamt: 128.5, ownPayAmt: '28.50', psnAcctPay: '20.00', fundPay: '80.00' }
const DONE = { code: 0, message: '成功', success: true }

describe('a call', () => {
  it('posts a sealed envelope to the path of its interface', async () => {
    await using desk = await openDesk({ clock: () => START })
    const { client, server } = desk
    const order = { payOrdId: 'ORD1', payToken: 'T1' }
    const answers: Record<string, unknown> = {
      '/org/local/api/hos/uldFeeInfo': { payOrdId: 'ORD1', payToken: 'T1' },
      '/org/local/api/hos/pay_order': { payOrdId: 'ORD1', ordStas: '6', ...paid },
      '/org/local/api/hos/refund_Order': { refdSn: 'R1', refStatus: 'SUCC' },
      '/org/local/api/hos/query_order_info': { ...pending, ordStas: 6, ...paid },
      '/org/local/api/hos/revoke_order': {},
    }
    const bodies: Record<string, unknown> = {}
    server.react = async (body) => {
      const path = /^POST (\S+) /.exec(server.heads.at(-1) ?? '')?.[1] ?? ''
      const opened = await openEnvelope(body, { credentials: centre, profile: defineCentreProfile({ name: 'd' }) })
      assert.equal(opened.moment, START)
      bodies[path] = JSON.parse(opened.body?.text ?? '')
      return { body: await centreAnswer(answers[path]) }
    }
    assert.equal((await client.uploadFees({ ...exampleBill(), ...query })).payToken, 'T1')
    const placed = await client.placeOrder({
      ...order,
      payAuthNo: 'AUTH1',
      orgBizSer: 'B1',
      chrgBchno: 'C1',
      feeType: '01',
      mdtrtId: 'V1',
    })
    assert.ok(placed.status === 'settled' && placed.amounts.total === yuan('128.50'))
    const refund = {
      payOrdId: 'ORD1',
      appRefdSn: 'S1',
      totlRefdAmt: yuan('1'),
      cashRefdAmt: yuan('1'),
      refdType: 'CASH',
      ecToken: 'E1',
    } as const
    assert.equal((await client.refund(refund)).refStatus, 'SUCC')
    assert.equal((await client.querySettlement({ payOrdId: 'ORD1', payToken: 'T1' })).status, 'settled')
    assert.deepEqual(await client.revokeFees({ ...order, ...person }), {})
    assert.deepEqual(Object.keys(bodies), Object.keys(answers))
    assert.deepEqual(bodies['/org/local/api/hos/query_order_info'], { orgCodg: ORG, payOrdId: 'ORD1', payToken: 'T1' })
    assert.equal((bodies['/org/local/api/hos/refund_Order'] as { appRefdTime: string }).appRefdTime, '20261123101500')
    const [head = ''] = server.heads
    assert.match(head, /content-type: application\/json/i)
    assert.equal(/content-length: (\d+)/i.exec(head)?.[1], String(Buffer.byteLength(server.requests[0] ?? '')))
  })

  it('with empty lists goes out under a signature that a centre of any rule verifies', async () => {
    await using desk = await openDesk()
    desk.server.react = async () => ({ body: await centreAnswer({ payOrdId: 'ORD1', payToken: 'T1' }) })
    await desk.client.uploadFees({ ...exampleBill(), diseinfoList: [] })
    const [sent = ''] = desk.server.requests
    for (const emptyRemoval of emptyRemovals) {
      const profile = defineCentreProfile({ name: 'centre', emptyRemoval, signedFormsRead: 'own form' })
      assert.ok((await openEnvelope(sent, { credentials: centre, profile })).body, emptyRemoval)
    }
  })

  it('tells a hook what an unsigned refusal claims, unproved and masked, and fails all the same', async () => {
    const claims: UnprovedAnswer[] = []
    await using desk = await openDesk({
      onUnproved: (claim) => {
        claims.push(claim)
        throw new Error('the log is full')
      },
    })
    const ask = () => desk.client.querySettlement({ payOrdId: 'ORD1', payToken: 'T1', ...person })
    const unsigned = { code: 'CENTRE_ENVELOPE_UNSIGNED', delivery: 'unknown' }
    desk.server.react = () => ({
      body: `{"code":9012,"message":"应用未授权：${person.userName} 13800138000","success":false}`,
    })
    await assert.rejects(ask(), unsigned)
    desk.server.react = () => ({ body: JSON.stringify({ message: '忙'.repeat(2000), code: {} }) })
    await assert.rejects(ask(), unsigned)
    assert.deepEqual(claims, [
      { proved: false, operation: 'querySettlement', claimedCode: '9012', claimedMessage: '应用未授权：*** ***' },
      { proved: false, operation: 'querySettlement', claimedCode: undefined, claimedMessage: '忙'.repeat(500) },
    ])
    desk.server.react = async () => ({ body: await centreAnswer(pending) })
    await ask()
    assert.equal(claims.length, 2, 'a signed answer is proved')
  })

  it('puts the path behind that of the base address', async () => {
    await using desk = await openDesk()
    await using other = await openDesk({ baseUrl: `${desk.server.url}/gateway/` })
    await other.client.querySettlement(query)
    assert.match(desk.server.heads[0] ?? '', /^POST \/gateway\/org\/local\/api\/hos\/query_order_info /)
  })

  it('shows nothing of a person on the wire', async () => {
    await using desk = await openDesk()
    desk.server.react = async () => ({ body: await centreAnswer({ payOrdId: 'ORD1', payToken: 'T1' }) })
    const bill = exampleBill()
    await desk.client.uploadFees(bill)
    for (const value of [bill.idNo, bill.userName, bill.ecToken ?? '-']) {
      assert.equal(`${desk.server.heads[0]}${desk.server.requests[0]}`.includes(value), false)
    }
  })

  it('with a wrong body is refused before anything opens, with every bad field', async () => {
    await using desk = await openDesk()
    const error = await desk.client
      .uploadFees({ ...exampleBill(), medfeeSumamt: yuan('1'), misspelt: 'x' } as never)
      .catch((error: unknown) => error)
    assert.ok(error instanceof ProtocolError && error.code === 'REQUEST_INVALID' && error.delivery === 'not-sent')
    assert.deepEqual(
      error.issues.map(({ path }) => path),
      ['misspelt'],
    )
    assert.equal(desk.server.connections.count, 0)
  })

  it('makes serial numbers that end with the institution', async () => {
    await using desk = await openDesk({ clock: () => START })
    const [first, second] = [desk.client.serialNumber(), desk.client.serialNumber()]
    assert.notEqual(first, second)
    assert.match(first, /^20261123101500.+H33010200001$/)
  })
})

describe('an answer', () => {
  const judge = async (body: string) => {
    await using desk = await openDesk()
    desk.server.react = () => ({ body })
    return await desk.client.querySettlement(query).catch((error: unknown) => error)
  }

  it('with another code is a refusal: answered, and masked', async () => {
    await using desk = await openDesk()
    desk.server.react = async () => ({
      body: await centreAnswer(undefined, {
        code: 360053,
        message: `${person.userName} ${person.idNo} 未登记`,
        success: false,
      }),
    })
    const error = await desk.client
      .revokeFees({ payOrdId: 'ORD1', payToken: 'T1', ...person })
      .catch((error: unknown) => error)
    assert.ok(error instanceof BusinessError)
    assert.deepEqual(
      [error.delivery, error.responseCode, error.responseMessage],
      ['answered', 360053, '*** *** 未登记'],
    )
  })

  it('is believed in nothing before its signature', async () => {
    const envelope = JSON.parse(await centreAnswer(pending))
    const changes = [
      { signData: undefined },
      { signData: `${'A'.repeat(86)}==` },
      { signData: envelope.signData.replace(/^./, (first: string) => (first === 'A' ? 'B' : 'A')) },
      { code: 1 },
      { success: false },
      { encData: await hospital.cipher.encrypt('{"payOrdId":"ORD2","ordStas":"6"}', 'upper') },
      { timestamp: '1' },
      { appId: 'ANOTHER-APPLICATION' },
    ]
    for (const change of changes) {
      const error = await judge(JSON.stringify({ ...envelope, ...change }))
      assert.ok(isCentreError(error), JSON.stringify(change))
      const missing = 'signData' in change && change.signData === undefined
      assert.equal(error.code, missing ? 'CENTRE_ENVELOPE_UNSIGNED' : 'CENTRE_ENVELOPE_NOT_GENUINE')
      assert.equal(error.delivery, 'unknown')
    }
  })

  it('signed by the hospital itself proves nothing', async () => {
    const sealed = await sealEnvelope(
      { data: pending, header: DONE, moment: START },
      { credentials: hospital, profile: defineCentreProfile({ name: 'd' }) },
    )
    assert.ok(isCentreError(await judge(sealed), 'CENTRE_ENVELOPE_NOT_GENUINE'))
  })

  it('that contradicts itself is unknown', async () => {
    for (const header of [
      { code: 0, success: false },
      { code: 1, success: true },
      { code: '00', success: 'false' },
    ]) {
      const error = await judge(await centreAnswer(pending, header))
      assert.ok(isCentreError(error, 'CENTRE_ANSWER_CONTRADICTS') && error.delivery === 'unknown')
    }
  })

  it('without a code, a body or a needed field is unknown', async () => {
    for (const body of [
      await centreAnswer(pending, {}),
      await centreAnswer(undefined, DONE),
      await centreAnswer({ payOrdId: 'ORD1' }, DONE),
    ]) {
      const error = await judge(body)
      assert.ok(
        error instanceof ProtocolError && error.code === 'ANSWER_INVALID' && error.delivery === 'unknown',
        String(error),
      )
    }
  })

  it('about another order is unknown', async () => {
    const error = await judge(await centreAnswer({ ...pending, medOrgOrd: 'M2' }))
    assert.ok(error instanceof ProtocolError && error.issues[0]?.rule === 'echo')
  })

  it('is read in the forms of the field', async () => {
    const settled = await judge(
      await centreAnswer(
        { ...pending, ordStas: 6, feeSumamt: '128.50', ownpayAmt: 28.5, psnAcctPay: 20, fundPay: '80' },
        { code: '0' },
      ),
    )
    assert.equal((settled as { status: string }).status, 'settled')
    const wrapped = JSON.stringify({ infcode: 0, output: await centreAnswer(pending) })
    assert.equal(((await judge(wrapped)) as { status: string }).status, 'pending')
  })

  it('with a state that nobody lists, or sums that disagree, is a value', async () => {
    assert.equal(
      ((await judge(await centreAnswer({ ...pending, ordStas: '21' }))) as { status: string }).status,
      'unrecognised',
    )
    const wrong = await judge(await centreAnswer({ ...pending, ordStas: '6', ...paid, fundPay: '80.01' }))
    assert.deepEqual(
      { ...(wrong as object), body: undefined },
      { status: 'unrecognised', ordStas: '6', reason: 'amounts-disagree', body: undefined },
    )
  })
})

describe('a profile', () => {
  it('changes the envelope and the messages of a client', async () => {
    const messages = defineProfile({
      name: 'm',
      messages: { '6301': { extraFields: { windowNo: { title: '窗口号', length: 4 } } } },
    })
    const profile = defineCentreProfile({ name: 'p', version: null, messages, paths: { querySettlement: '/q' } })
    await using desk = await openDesk({ profile })
    desk.server.react = async () => ({ body: await centreAnswer(pending, DONE, profile) })
    await desk.client.querySettlement({ ...query, windowNo: '3' } as never)
    assert.match(desk.server.heads[0] ?? '', /^POST \/q /)
    assert.equal(JSON.parse(desk.server.requests[0] ?? '').version, undefined)
  })
})
