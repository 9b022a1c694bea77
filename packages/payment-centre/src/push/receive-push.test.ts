import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import { emptyRemovals } from '@nationec/crypto/json'
import {
  defaultCentreProfile,
  defineCentreProfile,
  isCentreError,
  type PushReason,
  receivePush,
  sealEnvelope,
} from '@nationec/payment-centre'
import fc from 'fast-check'
import { centre, hospital, START } from '../fixtures/desk.ts'
import { post, push, pushDesk, sealedPush } from '../fixtures/push-desk.ts'

const MINUTE = 60_000
const sealed = await sealedPush()

describe('a genuine push', () => {
  it('is handed on once, typed, and accepted', async () => {
    const { receive, events, log } = pushDesk()
    const response = await receive(await sealedPush())
    assert.equal(response.status, 200)
    assert.deepEqual(await response.json(), { code: 0, message: 'success', success: true })
    const [event, ...more] = events
    assert.equal(more.length, 0)
    assert.ok(event !== undefined)
    const { payOrdId, medOrgOrd, paid, amounts, signedAt, state, body } = event
    assert.deepEqual([payOrdId, medOrgOrd, paid, signedAt, state], [push.payOrdId, 'M1', true, START, undefined])
    assert.deepEqual(amounts, { total: '128.50', fund: '80.00', account: '20.00', cash: '28.50' })
    assert.deepEqual(body, push)
    assert.deepEqual(log, [{ outcome: 'handed on', payOrdId }])
  })

  it('is read in both spellings, with numbers, and with its state', async () => {
    const { receive, events } = pushDesk()
    const { ownPayAmt, ...rest } = push
    await receive(
      await sealedPush({
        ...rest,
        ownpayAmt: Number(ownPayAmt),
        feeSumamt: 128.5,
        ordStas: 6,
        orgCode: 'H33010200001',
      }),
    )
    assert.equal(events[0]?.amounts?.cash, '28.50')
    assert.equal(events[0]?.state?.status, 'settled')
  })

  it('is genuine under a centre that signs without its empty lists, at any depth', async () => {
    const extData = { setldetail: [], setlinfo: [{ setlId: 'S1', mafPay: '' }], memo: {} }
    for (const emptyRemoval of emptyRemovals) {
      const profile = defineCentreProfile({ name: 'centre', emptyRemoval })
      const { receive, events, log } = pushDesk()
      const sealed = await sealEnvelope({ data: { ...push, extData }, moment: START }, { credentials: centre, profile })
      assert.equal((await receive(sealed)).status, 200, `${emptyRemoval} ${log[0]?.reason}`)
      assert.deepEqual(events[0]?.body.extData, extData)
    }
  })

  it('is taken for each institution of a list, and for no other', async () => {
    const { receive, events, reasons } = pushDesk({ orgCodg: ['H33010200001', 'H33010200002'] })
    for (const orgCodg of ['H33010200001', 'H33010200002', 'H33010200003']) {
      await receive(await sealedPush({ ...push, payOrdId: `ORD-${orgCodg}`, orgCodg }))
    }
    assert.deepEqual(
      events.map(({ payOrdId }) => payOrdId),
      ['ORD-H33010200001', 'ORD-H33010200002'],
    )
    assert.deepEqual(reasons(), ['handed on', 'handed on', 'other organisation'])
  })

  it('without amounts is a hint without amounts', async () => {
    const { receive, events } = pushDesk()
    assert.equal((await receive(await sealedPush({ payOrdId: 'ORD1' }))).status, 200)
    assert.deepEqual([events[0]?.amounts, events[0]?.paid], [undefined, false])
  })

  it('may be answered as the region wants it, signed if need be', async () => {
    const { receive } = pushDesk({
      answers: {
        accepted: async ({ seal }) => new Response(await seal({ code: 0, message: '成功' }), { status: 201 }),
      },
    })
    const response = await receive(await sealedPush())
    assert.equal(response.status, 201)
    assert.match(await response.text(), /"signData":"[A-Za-z0-9+/]{86}=="/)
  })

  it('is answered in our way when the caller’s answer throws', async () => {
    const fail = () => {
      throw new Error('no answer')
    }
    const { receive } = pushDesk({ answers: { accepted: fail, refused: fail } })
    assert.equal((await receive(await sealedPush())).status, 200)
    assert.equal((await receive('x')).status, 400)
  })

  it('does not depend on a log that works', async () => {
    const { receive, events } = pushDesk({
      log: () => {
        throw new Error('disk full')
      },
    })
    assert.equal((await receive(await sealedPush())).status, 200)
    assert.equal((await receive('x')).status, 400)
    assert.equal(events.length, 1)
  })
})

describe('a push that is not genuine, not for us, or wrong in itself', () => {
  const envelope = JSON.parse(sealed)
  const changed = (change: object): string => JSON.stringify({ ...envelope, ...change })
  const slow = (): ReadableStream<Uint8Array> =>
    new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) })
  const broken = (): ReadableStream<Uint8Array> =>
    new ReadableStream({ start: (controller) => controller.error(new Error('张三')) })
  const cases: readonly [reason: PushReason, request: () => Request | string | Promise<string>][] = [
    ['not a POST', () => new Request('http://hospital.test/push')],
    ['not a POST', () => new Request('http://hospital.test/push', { method: 'PUT', body: sealed })],
    ['too large', () => `{"a":"${'x'.repeat(65_536)}"}`],
    ['too large', () => post(new Blob(Array.from({ length: 20 }, () => 'x'.repeat(5_000))).stream())],
    ['body not received', () => post(slow())],
    ['body not received', () => post(broken())],
    ['unreadable', () => ''],
    ['unreadable', () => post(null)],
    ['unreadable', () => '<html>'],
    ['unreadable', () => post(new Uint8Array([0x7b, 0xd6, 0xd0, 0x7d]))],
    ['unreadable', () => sealed.slice(0, -1)],
    ['unreadable', () => `${sealed.slice(0, -1)},"code":1,"code":2}`],
    ['unsigned', () => changed({ signData: undefined })],
    ['unsigned', () => changed({ signData: '' })],
    ['unsigned', () => JSON.stringify(push)],
    ['unsigned', () => JSON.stringify({ data: push, code: 0 })],
    ['not genuine', () => changed({ signData: `${'A'.repeat(86)}==` })],
    ['not genuine', () => changed({ timestamp: String(START + 1) })],
    ['not genuine', () => changed({ encData: envelope.encData.replace(/..$/, '00') })],
    [
      'not genuine',
      async () =>
        changed({ encData: await hospital.cipher.encrypt(JSON.stringify({ ...push, fundPay: '0.00' }), 'upper') }),
    ],
    ['not genuine', () => changed({ appId: 'ANOTHER-APPLICATION' })],
    [
      'not genuine',
      () => sealEnvelope({ data: push, moment: START }, { credentials: hospital, profile: defaultCentreProfile }),
    ],
    ['an answer', () => sealedPush(push, START, { code: 0, message: '成功', success: true })],
    ['an answer', () => sealedPush(push, START, { code: '0' })],
    ['no body', () => sealEnvelope({ moment: START }, { credentials: centre, profile: defaultCentreProfile })],
    ['no timestamp', () => signedWithTimestamp('soon')],
    ['outside the time window', () => sealedPush(push, START - 10 * MINUTE - 1)],
    ['outside the time window', () => sealedPush(push, START + 10 * MINUTE + 1)],
    ['other organisation', () => sealedPush({ ...push, orgCodg: 'H33010200002' })],
    ['other organisation', () => sealedPush({ ...push, orgCode: 'H33010200002' })],
    ['other organisation', () => sealedPush({ ...push, orgcodg: 'H33010200002' })],
    ['body invalid', () => sealedPush({ ...push, payOrdId: '' })],
    ['body invalid', () => sealedPush({ ...push, fundPay: 'viel' })],
    ['body invalid', () => sealedPush({ ...push, ownpayAmt: '0.00' })],
    ['amounts disagree', () => sealedPush({ ...push, fundPay: '80.01' })],
    ['amounts disagree', () => sealedPush({ ...push, fundPay: '-80.00', ownPayAmt: '188.50' })],
  ]

  it('is refused with one and the same answer, and says why in the log only', async () => {
    const answers = new Set<string>()
    for (const [reason, request] of cases) {
      const desk = pushDesk(reason === 'body not received' ? { patience: 50 } : {})
      answers.add(await desk.answer(await request()))
      assert.deepEqual(desk.reasons(), [reason])
      assert.equal(desk.events.length, 0, reason)
      const [entry] = desk.log
      for (const secret of ['张三', push.revsToken, 'viel', '188.50', 'ANOTHER']) {
        assert.equal(inspect(entry, { showHidden: true }).includes(secret), false, `${reason}: ${secret}`)
      }
    }
    assert.equal(answers.size, 1)
    const [answer = ''] = answers
    assert.match(answer, /^400 /)
    for (const [reason] of cases) assert.equal(answer.includes(reason), false)
  })

  it('of any shape is refused, and never handed on', async () => {
    const { answer, events } = pushDesk()
    const usual = await answer('x')
    const member = fc.oneof(fc.string(), fc.jsonValue())
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          ...Object.fromEntries(
            Object.keys(envelope).map((name) => [name, fc.oneof(member, fc.constant(envelope[name]))]),
          ),
        })
        .map((one) => JSON.stringify(one)),
    )
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        if (body === sealed) return
        assert.equal(await answer(body), usual)
      }),
      { numRuns: 100, seed: 20261123, examples: [['{"signData":"x","encData":"00"}']] },
    )
    assert.equal(events.length, 0)
  })
})

describe('the time window', () => {
  it('is inclusive, and may be set', async () => {
    for (const offset of [-10 * MINUTE, 10 * MINUTE, 0]) {
      const { receive } = pushDesk()
      assert.equal((await receive(await sealedPush(push, START + offset))).status, 200)
    }
    const { receive, reasons } = pushDesk({ window: 1000 })
    await receive(await sealedPush(push, START - 1001))
    assert.deepEqual(reasons(), ['outside the time window'])
  })
})

describe('the options of a receiver', () => {
  it('must hold credentials and a handler', async () => {
    for (const options of [{}, { credentials: hospital }, { onPush: () => {} }]) {
      const error = await receivePush(post('x'), options as never).catch((error: unknown) => error)
      assert.ok(isCentreError(error, 'CENTRE_OPTION_INVALID'))
    }
  })

  it('must hold spans of time that check something', async () => {
    const sealed = await sealedPush(push, START - 365 * 24 * 60 * MINUTE)
    for (const wrong of [
      { window: Number.NaN },
      { window: Number.POSITIVE_INFINITY },
      { window: '600000' },
      { window: -1 },
      { keep: Number.NaN },
      { limit: Number.NaN },
      { limit: 1023 },
      { limit: 921_601 },
      { limit: '65536' },
      { patience: Number.NaN },
      { patience: 2 ** 31 },
      { orgCodg: '' },
      { orgCodg: [] },
      { orgCodg: ['H33010200001', ''] },
    ]) {
      const { receive, events } = pushDesk(wrong as never)
      const error = await receive(sealed).catch((error: unknown) => error)
      assert.ok(isCentreError(error, 'CENTRE_OPTION_INVALID'), JSON.stringify(wrong))
      assert.equal(events.length, 0)
    }
  })

  it('let nothing in by a clock that gives no number', async () => {
    const { receive, reasons } = pushDesk({ clock: () => Number.NaN })
    assert.equal((await receive(await sealedPush())).status, 400)
    assert.deepEqual(reasons(), ['outside the time window'])
  })
})

describe('a request whose body somebody else has read', () => {
  it('is refused, never thrown', async () => {
    const read = post(await sealedPush())
    await read.text()
    const locked = post(await sealedPush())
    locked.body?.getReader()
    for (const request of [read, locked]) {
      const { receive, reasons } = pushDesk()
      assert.equal((await receive(request)).status, 400)
      assert.deepEqual(reasons(), ['body not received'])
    }
  })
})

/** Signed by the centre, with a time that is none: written by hand, because no profile writes it. */
async function signedWithTimestamp(timestamp: string): Promise<string> {
  const { appId } = centre
  const data = '{"payOrdId":"ORD1"}'
  const signData = await centre.sign(`appId=${appId}&data=${data}&timestamp=${timestamp}`)
  return JSON.stringify({ appId, timestamp, encData: await centre.cipher.encrypt(data, 'upper'), signData })
}
