import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defineCentreProfile, isCentreError } from '@nationec/payment-centre'
import { BusinessError, defineProfile, ProtocolError, yuan } from '@nationec/protocol'
import { centre, centreAnswer, exampleBill, openDesk, pending, START } from '../fixtures/desk.ts'

const MINUTE = 60_000
const YEAR = 365 * 24 * 60 * MINUTE
const person = { idNo: '999999196202140011', userName: '测试患者甲', idType: '01' } as const
const order = { payOrdId: 'ORD1', payToken: 'T1' }
const refund = {
  payOrdId: 'ORD1',
  appRefdSn: 'R2',
  totlRefdAmt: yuan('1'),
  cashRefdAmt: yuan('1'),
  refdType: 'CASH',
  ecToken: 'E1',
} as const
const done = { code: 0, message: '成功', success: true }
const succeeded = { refdSn: 'C2', refStatus: 'SUCC' }

type Desk = Awaited<ReturnType<typeof openDesk>>

/** Every call, with an answer that is right for it. */
const calls: readonly [name: string, ask: (desk: Desk) => Promise<unknown>, answer: object][] = [
  ['uploadFees', ({ client }) => client.uploadFees({ ...exampleBill(), medOrgOrd: 'M1' }), order],
  [
    'placeOrder',
    ({ client }) =>
      client.placeOrder({
        ...order,
        payAuthNo: 'A1',
        orgBizSer: 'B1',
        chrgBchno: 'C1',
        feeType: '01',
        mdtrtId: 'V1',
      }),
    { payOrdId: 'ORD1', ordStas: '2' },
  ],
  ['refund', ({ client }) => client.refund(refund), succeeded],
  ['querySettlement', ({ client }) => client.querySettlement(order), pending],
  ['revokeFees', ({ client }) => client.revokeFees({ ...order, ...person }), { success: 'true' }],
]

describe('an answer of another time', () => {
  it('is unknown in every call, success or refusal, however old or early it was signed', async () => {
    for (const [name, ask, answer] of calls) {
      for (const header of [done, { code: 1, message: '失败', success: false }]) {
        for (const offset of [-YEAR, -10 * MINUTE - 1, 10 * MINUTE + 1, YEAR]) {
          await using desk = await openDesk()
          desk.server.react = async () => ({ body: await centreAnswer(answer, header, undefined, START + offset) })
          const error = await ask(desk).catch((error: unknown) => error)
          assert.ok(isCentreError(error, 'CENTRE_ANSWER_NOT_CURRENT'), `${name} ${offset} ${String(error)}`)
          assert.equal(error.delivery, 'unknown')
        }
      }
    }
  })

  it('is unknown without a readable moment', async () => {
    await using desk = await openDesk()
    for (const timestamp of ['', 'soon', '2026-11-23 10:15:00', '12345']) {
      const members = { appId: centre.appId, code: '0', ...(timestamp === '' ? {} : { timestamp }) }
      const line = Object.entries({ ...members, data: '{"ordStas":"0","payOrdId":"ORD1"}' })
      const signed = line.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`)
      const signData = await centre.sign(signed.join('&'))
      const encData = await centre.cipher.encrypt('{"ordStas":"0","payOrdId":"ORD1"}', 'upper')
      desk.server.react = () => ({ body: JSON.stringify({ ...members, encData, signData }) })
      await assert.rejects(desk.client.querySettlement(order), {
        code: 'CENTRE_ANSWER_NOT_CURRENT',
        delivery: 'unknown',
      })
    }
  })

  it('says by how much it is off, so that a wrong clock is found', async () => {
    await using desk = await openDesk()
    desk.server.react = async () => ({ body: await centreAnswer(pending, done, undefined, START - 3_600_000) })
    await assert.rejects(desk.client.querySettlement(order), /signed 3600 s before the request .* window is 600 s/)
  })

  it('is let in at the edges of the window, which the profile sets', async () => {
    for (const [answerWindow, offset, current] of [
      [600_000, -600_000, true],
      [600_000, 600_000, true],
      [1000, -1000, true],
      [1000, -1001, false],
      [1000, 1001, false],
      [86_400_000, -86_400_000, true],
    ] as const) {
      const profile = defineCentreProfile({ name: 'w', answerWindow })
      await using desk = await openDesk({ profile })
      desk.server.react = async () => ({ body: await centreAnswer(pending, done, undefined, START + offset) })
      const asked = desk.client.querySettlement(order)
      if (current) assert.equal((await asked).status, 'pending')
      else await assert.rejects(asked, { code: 'CENTRE_ANSWER_NOT_CURRENT' })
    }
  })

  it('is measured from the moment of the request to that of the answer', async () => {
    let now = START
    await using desk = await openDesk({
      clock: () => now,
      profile: defineCentreProfile({ name: 'w', answerWindow: 1000 }),
    })
    desk.server.react = async () => {
      now += 50_000 // the centre takes its time
      return { body: await centreAnswer(pending, done, undefined, now) }
    }
    assert.equal((await desk.client.querySettlement(order)).status, 'pending')
  })

  it('is never let in by a clock that gives no number', async () => {
    let now = START
    await using desk = await openDesk({ clock: () => now })
    desk.server.react = async () => {
      now = Number.NaN
      return { body: await centreAnswer(pending, done, undefined, START) }
    }
    await assert.rejects(desk.client.querySettlement(order), { code: 'CENTRE_ANSWER_NOT_CURRENT' })
  })
})

describe('an answer of another request', () => {
  const foreign: Readonly<Record<string, readonly object[]>> = {
    uploadFees: [{ medOrgOrd: 'ANOTHER' }, { orgCodg: 'OTHERORG' }, { medfeeSumamt: '1.00' }],
    placeOrder: [{ payOrdId: 'OTHER' }, { orgBizSer: 'OTHER' }],
    refund: [{ payOrdId: 'OTHER' }, { appRefdSn: 'R1' }, { totlRefdAmt: '99.00' }, { cashRefdAmt: 99 }],
    querySettlement: [{ payOrdId: 'OTHER' }, { orgCodg: 'OTHERORG' }],
    revokeFees: [{ payOrdId: 'OTHER' }],
  }

  it('is unknown by every number that it carries, success or refusal', async () => {
    for (const [name, ask, answer] of calls) {
      for (const other of foreign[name] ?? []) {
        for (const header of [done, { code: 1, message: '失败', success: false }]) {
          await using desk = await openDesk()
          desk.server.react = async () => ({ body: await centreAnswer({ ...answer, ...other }, header) })
          const error = await ask(desk).catch((error: unknown) => error)
          const what = `${name} ${JSON.stringify(other)}`
          assert.ok(error instanceof ProtocolError && error.code === 'ANSWER_INVALID', `${what} ${String(error)}`)
          assert.deepEqual([error.delivery, error.issues[0]?.rule], ['unknown', 'echo'], what)
        }
      }
    }
  })

  it('is unknown without the number that its interface requires', async () => {
    for (const [name, ask, answer] of calls.filter(([, , answer]) => 'payOrdId' in answer)) {
      await using desk = await openDesk()
      const { payOrdId: _, ...nameless } = answer as Record<string, unknown>
      desk.server.react = async () => ({ body: await centreAnswer(nameless) })
      const error = await ask(desk).catch((error: unknown) => error)
      assert.ok(error instanceof ProtocolError && error.code === 'ANSWER_INVALID', `${name} ${String(error)}`)
      assert.equal(error.delivery, 'unknown', name)
    }
  })

  it('is unknown without a number that the profile says is repeated, success or refusal, with a body or none', async () => {
    const repeated: Readonly<Record<string, readonly [message: string, number: string, value: string]>> = {
      uploadFees: ['6201', 'medOrgOrd', 'M1'],
      placeOrder: ['6202', 'orgBizSer', 'B1'],
      refund: ['6203', 'appRefdSn', 'R2'],
      querySettlement: ['6301', 'payOrdId', 'ORD1'],
      revokeFees: ['6401', 'payOrdId', 'ORD1'],
    }
    for (const [name, ask, answer] of calls) {
      const [message = '', number = '', value] = repeated[name] ?? []
      const messages = defineProfile({ name: 'm', messages: { [message]: { repeatedInAnswer: [number] } } })
      const profile = defineCentreProfile({ name: 'p', messages })
      const { [number]: _, ...nameless } = answer as Record<string, unknown>
      const refused = { code: 1, message: '失败', success: false }
      for (const [data, header] of [
        [nameless, done],
        [{ ...nameless, [number]: '' }, done],
        [nameless, refused],
        [undefined, refused],
      ] as const) {
        await using desk = await openDesk({ profile })
        desk.server.react = async () => ({ body: await centreAnswer(data, header) })
        const error = await ask(desk).catch((error: unknown) => error)
        const what = `${name} ${JSON.stringify([data, header.code])}`
        assert.ok(error instanceof ProtocolError && error.code === 'ANSWER_INVALID', `${what} ${String(error)}`)
        assert.equal(error.delivery, 'unknown', what)
        assert.ok(
          error.issues.some(({ path, rule }) => path === `data.${number}` && (rule === 'echo' || header.code === 0)),
          what,
        )
      }
      await using desk = await openDesk({ profile })
      desk.server.react = async () => ({ body: await centreAnswer({ ...answer, [number]: value }) })
      await ask(desk)
    }
  })

  it('is the right one when it carries our own numbers', async () => {
    const own: Readonly<Record<string, object>> = {
      uploadFees: {
        medOrgOrd: 'M1',
        orgCodg: 'H33010200001',
        medfeeSumamt: Number(String(exampleBill().medfeeSumamt)),
      },
      placeOrder: { orgBizSer: 'B1' },
      refund: { payOrdId: 'ORD1', appRefdSn: 'R2', totlRefdAmt: 1, cashRefdAmt: '1.00' },
      querySettlement: { orgCodg: 'H33010200001' },
      revokeFees: { payOrdId: 'ORD1' },
    }
    for (const [name, ask, answer] of calls) {
      await using desk = await openDesk()
      desk.server.react = async () => ({ body: await centreAnswer({ ...answer, ...own[name] }) })
      await ask(desk)
      desk.server.react = async () => ({
        body: await centreAnswer({ ...own[name] }, { code: 1, message: '失败', success: false }),
      })
      assert.ok((await ask(desk).catch((error: unknown) => error)) instanceof BusinessError, name)
    }
  })
})
