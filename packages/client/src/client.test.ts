import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Client, createClient, isBusinessError, isNationEcError } from '@nationec/client'
import {
  defineProfile,
  ecQuery,
  feeUpload,
  ProtocolError,
  parseRequestBody,
  specProfile,
  tokenCheck,
  yuan,
} from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import { defineTransport, isTransportError } from '@nationec/transport'
import { mockLink, mockTransport } from '@nationec/transport-mock'

const orgId = 'H33010200001'

/** A bill of one line for a person who does not exist. */
function exampleBill(medOrgOrd: string): Record<string, string | object> {
  const line = { feedetlSn: 'L1', psnNo: '1', chrgBchno: 'B1', feeOcurTime: '2026-11-23 10:15:00', rxCircFlag: '0' }
  return {
    ...{ ecToken: 'T', orgCodg: orgId, medOrgOrd, idNo: '999999199001010010', idType: '01', userName: '测试甲' },
    ...{ psnNo: '1', insutype: '310', insuCode: '330100', begntime: '2026-11-23 10:15:00', iptOtpNo: 'MZ1' },
    ...{ deptCode: 'A03', deptName: '内科', caty: 'A03', medType: '11', feeType: '01', psnSetlway: '01' },
    ...{ pubHospRfomFlag: '1', chrgBchno: 'B1', medfeeSumamt: '128.50' },
    feedetailList: [
      {
        ...{ ...line, hospApprFlag: '1', medListCodg: 'XA10BHX002A001010100133', medinsListCodg: 'D100133' },
        ...{ cnt: '1', pric: '128.50', detItemFeeSumamt: '128.50', bilgDeptCodg: 'A03', bilgDeptName: '内科' },
        ...{ bilgDrCodg: 'D999999000011', bilgDrName: '测试医生' },
      },
    ],
  }
}

const cashier = {
  businessType: '01301',
  operatorId: '007',
  operatorName: '收费员',
  officeId: '03',
  officeName: '内科',
}
const person = { idNo: '999999196202140011', idType: '01', userName: '测试甲', ecToken: 'T', insuOrg: '330100' }
const holder = { userName: '测试甲', idNo: person.idNo, idType: '01' }
const settled = {
  payOrdId: 'ORD1',
  ordStas: '6',
  feeSumamt: '128.50',
  ownPayAmt: '28.50',
  psnAcctPay: '20.00',
  fundPay: '80.00',
}

/** A terminal that notes what it is sent and answers with `data`. */
function terminal(data: unknown): { sent: Record<string, unknown>[]; handler: (text: string) => string } {
  const sent: Record<string, unknown>[] = []
  return {
    sent,
    handler(text) {
      sent.push(JSON.parse(text))
      return JSON.stringify({ orgId, code: 0, message: '', data })
    },
  }
}

function bodyOf(sent: Record<string, unknown> | undefined): Record<string, unknown> {
  return (sent?.['data'] ?? {}) as Record<string, unknown>
}

async function failureOf(work: Promise<unknown>): Promise<Error & { delivery?: string; code?: string }> {
  try {
    await work
  } catch (error) {
    assert.ok(isNationEcError(error), String(error))
    return error
  }
  return assert.fail('nothing was thrown')
}

describe('a call', () => {
  it('sends its message under the profile’s transType, with the institution filled in', async () => {
    const { sent, handler } = terminal(person)
    const client = createClient({ orgId, transport: mockTransport(handler) })
    assert.deepEqual(await client.queryCredential(cashier), person)
    await client.scanQrCode(cashier)
    await client.readIdCard({ ...cashier, orgId: 'H1' }, { extData: { a: '1' } })
    assert.deepEqual(sent, [
      { orgId, transType: 'ec.query', data: { orgId, ...cashier } },
      { orgId, transType: 'cn.nhsa.qrcode.get', data: { orgId, ...cashier } },
      { orgId, transType: 'cn.nhsa.cert.get', data: { ...cashier, orgId: 'H1' }, extra: { a: '1' } },
    ])
    await client.close()
  })

  it('checks a token with a bare body at the address that it is given, and nowhere else', async () => {
    const asked: { url: string; text: string }[] = []
    let flag: unknown = 1
    const transport = defineTransport({
      specVersion: 1,
      name: 'noting',
      supports: { cancel: false, disconnectEvents: false },
      url: 'http://10.0.0.8/localcfc/api/hsecfc/localQrCodeQuery',
      open: async () => ({
        send: async (request) => {
          asked.push(request)
          return JSON.stringify({ code: 0, data: { flag } })
        },
        close: () => {},
      }),
    })
    const client = createClient({ orgId, transport })
    const url = 'http://10.0.0.8/localcfc/api/hsecfc/localEcTokenCheck'
    const { insuOrg: _, ...holder } = person
    assert.deepEqual(await client.checkToken(holder, { url }), { flag: '1', valid: true })
    flag = '0'
    assert.deepEqual(await client.request({ message: tokenCheck, data: holder }, { url }), { flag: '0' })
    assert.deepEqual(await client.checkToken(holder, { url }), { flag: '0', valid: false })
    assert.deepEqual(asked, Array(3).fill({ url, text: JSON.stringify(holder) }))
    for (const options of [undefined, {}, { url: '' }]) {
      const error = await failureOf(client.checkToken(holder, options as unknown as { url: string }))
      assert.deepEqual([error.code, error.delivery], ['REQUEST_INVALID', 'not-sent'])
    }
    assert.equal(asked.length, 3)
  })

  it('follows the profile: names, data as text, extension key', async () => {
    const { sent, handler } = terminal(settled)
    const profile = defineProfile({
      name: 'region',
      base: specProfile,
      transTypes: { querySettlement: 'region.query' },
    })
    const client = createClient({ orgId, transport: mockTransport(handler), profile })
    await client.querySettlement({ payOrdId: 'ORD1', payToken: 'T' })
    assert.equal(sent[0]?.['transType'], 'region.query')
    assert.deepEqual(JSON.parse(String(sent[0]?.['data'])), { orgCodg: orgId, payOrdId: 'ORD1', payToken: 'T' })
  })

  it('speaks the older bodies under a profile of that generation', async () => {
    const { sent, handler } = terminal({ payOrdId: 'ORD1' })
    const profile = defineProfile({ name: 'older', generation: 'hos' })
    const client: Client<'hos'> = createClient({ orgId, transport: mockTransport(handler), profile })
    await client
      .refund({
        appId: 'A',
        payOrdId: 'ORD1',
        appRefdSn: client.serialNumber(),
        totlRefdAmt: yuan('1'),
        cashRefdAmt: yuan('1'),
        refdType: 'CASH',
        ecToken: 'T',
      })
      .catch((error: unknown) => assert.ok(isNationEcError(error, 'ANSWER_INVALID'), String(error)))
    assert.equal(sent[0]?.['transType'], 'hos.refund.setl')
    assert.match(String(bodyOf(sent[0])['appRefdTime']), /^\d{14}$/)
  })

  it('that is wrong is refused before anything opens, asynchronously', async () => {
    const link = mockLink()
    const client = createClient({ orgId, transport: mockTransport(() => '', { link }) })
    const call = client.queryCredential({ ...cashier, businessType: '0130100' })
    assert.ok(call instanceof Promise)
    const error = await failureOf(call)
    assert.equal(error.code, 'REQUEST_INVALID')
    assert.equal(error.delivery, 'not-sent')
    assert.equal(link.sessions.opened, 0)
  })

  it('keeps the number of a face check, so that the notice can name it', async () => {
    const { sent, handler } = terminal({ authNo: 'ano1' })
    const client = createClient({ orgId, transport: mockTransport(handler) })
    const { outBizNo } = await client.authoriseFace(cashier)
    assert.ok(outBizNo.endsWith(orgId))
    assert.equal(bodyOf(sent[0])['outBizNo'], outBizNo)
    const own = await client.authoriseFace({ ...cashier, outBizNo: 'mine' })
    assert.equal(own.outBizNo, 'mine')
  })
})

describe('an answer', () => {
  const answering = (answer: string): Client => createClient({ orgId, transport: mockTransport(() => answer) })
  const query = { payOrdId: 'ORD1', payToken: 'T', userName: '测试甲', idNo: person.idNo, idType: '01' }

  it('with a settled order has its amounts', async () => {
    const order = await answering(JSON.stringify({ code: 0, data: settled })).querySettlement(query)
    assert.equal(order.status, 'settled')
    if (order.status === 'settled') {
      assert.deepEqual(order.amounts, { total: '128.50', fund: '80.00', account: '20.00', cash: '28.50' })
    }
    assert.equal(order.body.payOrdId, 'ORD1')
  })

  it('with a code other than 0 is a BusinessError: answered, masked', async () => {
    const error = await failureOf(answering('{"code":7,"message":"测试甲的订单不存在"}').querySettlement(query))
    assert.ok(isBusinessError(error))
    assert.deepEqual([error.delivery, error.responseCode, error.responseMessage], ['answered', 7, '***的订单不存在'])
  })

  it('that cannot be read is unknown, never an excuse to repeat', async () => {
    for (const [answer, code] of [
      ['', 'ANSWER_EMPTY'],
      ['{"co', 'ANSWER_UNREADABLE'],
      ['{"code":0}', 'ANSWER_INVALID'],
    ] as const) {
      const error = await failureOf(answering(answer).querySettlement(query))
      assert.ok(error instanceof ProtocolError)
      assert.deepEqual([error.code, error.delivery], [code, 'unknown'])
    }
  })

  it('to a request that no method describes comes with its header', async () => {
    const { sent, handler } = terminal({ a: 1 })
    const client = createClient({ orgId, transport: mockTransport(handler) })
    const answer = await client.request({ transType: 'region.special', data: { b: 2 } })
    assert.deepEqual(answer.data, { a: 1 })
    assert.deepEqual(sent, [{ orgId, transType: 'region.special', data: { b: 2 } }])
    const error = await failureOf(
      answering('{"code":1,"message":"测试乙"}').request({ transType: 'x', data: { n: '测试乙' } }),
    )
    assert.doesNotMatch(error.message, /测试乙/)
  })

  it('that repeats the extension of the envelope is masked', async () => {
    const client = answering('{"code":1,"message":"经办人测试乙"}')
    const extData = { opter: '测试乙' }
    for (const call of [
      client.querySettlement(query, { extData }),
      client.request({ transType: 'x', data: {} }, { extData }),
    ]) {
      assert.doesNotMatch((await failureOf(call)).message, /测试乙/)
    }
  })

  it('to a known message asked by hand is typed and checked', async () => {
    const { sent, handler } = terminal(person)
    const client = createClient({ orgId, transport: mockTransport(handler) })
    const { ecToken } = await client.request({ message: ecQuery, data: cashier })
    assert.equal(ecToken, 'T')
    assert.equal(sent[0]?.['transType'], 'ec.query')
    await assert.rejects(client.request({ message: ecQuery, data: {} as never }), { code: 'REQUEST_INVALID' })
  })
})

describe('a client', () => {
  it('opens nothing before the first call, takes turns, and refuses after close', async () => {
    const link = mockLink()
    let running = 0
    const handler = async (): Promise<string> => {
      running += 1
      assert.equal(running, 1)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
      return JSON.stringify({ code: 0, data: person })
    }
    const client = createClient({ orgId, transport: mockTransport(handler, { link }) })
    assert.equal(link.sessions.opened, 0)
    await Promise.all([
      client.queryCredential(cashier),
      client.queryCredential(cashier),
      client.queryCredential(cashier),
    ])
    assert.equal(link.sessions.opened, 1)
    await client.close()
    await client.close()
    assert.deepEqual(link.sessions, { opened: 1, closed: 1 })
    const error = await failureOf(client.queryCredential(cashier))
    assert.deepEqual([error.code, error.delivery], ['CLOSED', 'not-sent'])
  })

  it('that was never used closes, and then refuses too', async () => {
    const link = mockLink()
    {
      await using client = createClient({ orgId, transport: mockTransport(() => '', { link }) })
      assert.equal(typeof client.serialNumber(), 'string')
    }
    assert.equal(link.sessions.opened, 0)
  })

  it('says unknown when the link is lost under way, and opens a new one for the next call only', async () => {
    const link = mockLink()
    const texts: string[] = []
    const handler = (text: string): string | Promise<string> => {
      texts.push(text)
      if (texts.length > 1) return JSON.stringify({ code: 0, data: person })
      link.disconnect()
      return new Promise(() => {})
    }
    const client = createClient({ orgId, transport: mockTransport(handler, { link }) })
    const error = await failureOf(client.queryCredential(cashier))
    assert.ok(isTransportError(error))
    assert.deepEqual([error.code, error.delivery], ['DISCONNECTED', 'unknown'])
    assert.equal(texts.length, 1)
    await client.queryCredential(cashier)
    assert.equal(texts.length, 2)
    assert.equal(link.sessions.opened, 2)
    await client.close()
  })

  it('waits for the device of a lost link no longer than the call may take, and then has sent nothing', async () => {
    let lose = (): void => {}
    let letGo = (): void => {}
    const released = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let sent = 0
    const transport = defineTransport({
      specVersion: 1,
      name: 'stuck',
      supports: { cancel: true, disconnectEvents: true },
      open: async ({ onDisconnect }) => {
        lose = onDisconnect
        return {
          send: async () => {
            sent += 1
            return JSON.stringify({ code: 0, data: person })
          },
          close: () => released,
        }
      },
    })
    const client = createClient({ orgId, transport })
    await client.queryCredential(cashier)
    lose()
    const met = await failureOf(client.queryCredential(cashier))
    assert.deepEqual([met.code, met.delivery], ['DISCONNECTED', 'not-sent'])
    const late = await failureOf(client.queryCredential(cashier, { deadline: 20 }))
    assert.deepEqual([late.code, late.delivery], ['TIMEOUT', 'not-sent'])
    const giveUp = new AbortController()
    const waiting = failureOf(client.queryCredential(cashier, { signal: giveUp.signal }))
    giveUp.abort()
    const aborted = await waiting
    assert.deepEqual([aborted.code, aborted.delivery], ['ABORTED', 'not-sent'])
    const gone = await failureOf(client.queryCredential(cashier, { signal: AbortSignal.abort() }))
    assert.deepEqual([gone.code, gone.delivery], ['ABORTED', 'not-sent'])
    assert.equal(sent, 1)
    const patient = client.queryCredential(cashier)
    letGo()
    assert.deepEqual(await patient, person)
    assert.equal(sent, 2)
    await client.close()
  })

  it('that closes after a lost link waits until the device is released', async () => {
    let lose = (): void => {}
    let letGo = (): void => {}
    const released = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const transport = defineTransport({
      specVersion: 1,
      name: 'stuck',
      supports: { cancel: true, disconnectEvents: true },
      open: async ({ onDisconnect }) => {
        lose = onDisconnect
        return { send: async () => JSON.stringify({ code: 0, data: person }), close: () => released }
      },
    })
    const client = createClient({ orgId, transport })
    await client.queryCredential(cashier)
    lose()
    await failureOf(client.queryCredential(cashier))
    let closed = false
    const closing = client.close().then(() => {
      closed = true
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    assert.equal(closed, false)
    letGo()
    await closing
    assert.equal((await failureOf(client.queryCredential(cashier))).code, 'CLOSED')
  })

  it('repeats nothing, whatever fails', async () => {
    let sent = 0
    const failures = [
      () => Promise.reject(new Error('lost')),
      () => '',
      () => '{"code":1}',
      () => new Promise<string>(() => {}),
    ]
    for (const failure of failures) {
      const transport = mockTransport(() => {
        sent += 1
        return failure()
      })
      const client = createClient({ orgId, transport })
      await failureOf(client.querySettlement({ payOrdId: 'ORD1', payToken: 'T' }, { deadline: 500 }))
      await client.close()
    }
    assert.equal(sent, failures.length)
  })

  it('hands the deadline and the signal to the transport', async () => {
    const client = createClient({ orgId, transport: mockTransport(() => new Promise(() => {})) })
    const late = await failureOf(client.queryCredential(cashier, { deadline: 500 }))
    assert.deepEqual([late.code, late.delivery], ['TIMEOUT', 'unknown'])
    const aborted = await failureOf(client.queryCredential(cashier, { signal: AbortSignal.abort() }))
    assert.deepEqual([aborted.code, aborted.delivery], ['ABORTED', 'not-sent'])
    await client.close()
  })

  it('makes its numbers and times from the clock and the randomness it is given', async () => {
    const { sent, handler } = terminal({})
    const make = (): Client =>
      createClient({
        orgId,
        transport: mockTransport(handler),
        clock: () => Date.UTC(2026, 10, 23, 2, 15),
        random: (bytes) => void bytes.fill(1),
      })
    assert.equal(make().serialNumber(), make().serialNumber())
    const refund = {
      payOrdId: 'ORD1',
      appRefdSn: 'R1',
      totlRefdAmt: yuan('1'),
      cashRefdAmt: yuan('1'),
      refdType: 'CASH',
      ecToken: 'T',
    }
    await make()
      .refund(refund)
      .catch(() => {})
    assert.equal(bodyOf(sent[0])['appRefdTime'], '20261123101500')
  })

  it('rejects with an error of ours whatever a caller without types passes', async () => {
    const client = createClient({ orgId, transport: mockTransport(() => '{"code":0}') })
    const {
      orgId: ____,
      profile,
      serialNumber: _,
      close: __,
      [Symbol.asyncDispose]: ___,
      exchangeText,
      ...methods
    } = client
    assert.equal(profile.generation, 'centre')
    for (const [name, method] of Object.entries(methods)) {
      for (const wrong of [undefined, null, 5, 'text', []]) {
        const error = await failureOf((method as (parameters: unknown) => Promise<unknown>)(wrong))
        assert.deepEqual([error.code, error.delivery], ['REQUEST_INVALID', 'not-sent'], name)
      }
    }
    for (const wrong of [undefined, null, 5, []]) {
      const error = await failureOf(exchangeText(wrong as never))
      assert.deepEqual([error.code, error.delivery], ['REQUEST_NOT_TEXT', 'not-sent'])
    }
    await failureOf(client.request({ message: undefined, data: {} } as never))
    for (const transport of [undefined, () => '{}', {}]) {
      assert.throws(() => createClient({ orgId, transport: transport as never }), { code: 'OPTION_INVALID' })
    }
    await client.close()
  })

  it('is refused at once without an institution', () => {
    for (const orgId of ['', 'H33-01', undefined as never]) {
      assert.throws(
        () => createClient({ orgId, transport: mockTransport(() => '') }),
        /^NationEcError: \[OPTION_INVALID\] .*`orgId` must be 1 to 40 letters and digits\..*\n.*`orgId` 应为：1 至 40 位字母或数字。/,
      )
    }
  })

  it('refuses options of a call that do not exist, before anything is sent', async () => {
    let sent = 0
    const transport = mockTransport(() => {
      sent += 1
      return '{"code":0}'
    })
    await using client = createClient({ orgId, transport })
    const misspelt = { timeout: 5 } as never
    const calls = [
      client.querySettlement({ payOrdId: 'ORD1', payToken: 'T' }, misspelt),
      client.request({ transType: 'x', data: {} }, misspelt),
      client.exchangeText('{}', misspelt),
    ]
    for (const call of calls) {
      const { code, delivery } = await failureOf(call)
      assert.deepEqual([code, delivery], ['OPTION_INVALID', 'not-sent'])
    }
    assert.equal(sent, 0)
  })
})

describe('a text that the caller has made', () => {
  it('goes out as it is, and the answer comes back as it came', async () => {
    const seen: unknown[] = []
    const answers = [' {"code":9001,"message":"refused"} ', 'no JSON at all']
    const transport = defineTransport({
      specVersion: 1,
      name: 'echo',
      supports: { cancel: true, disconnectEvents: false },
      open: async () => ({
        send: async (request) => {
          seen.push(request)
          return answers[seen.length - 1] ?? ''
        },
        close: () => {},
      }),
    })
    const client = createClient({ orgId, transport })
    const text = ' { "transType" : "ec.query", "data": 1.50 }\n'
    assert.equal(await client.exchangeText(text, { url: 'http://10.0.0.8/api' }), answers[0])
    assert.equal(await client.exchangeText('旧页面'), answers[1])
    assert.deepEqual(seen, [
      { url: 'http://10.0.0.8/api', text },
      { url: '', text: '旧页面' },
    ])
    await client.close()
    assert.equal((await failureOf(client.exchangeText(text))).code, 'CLOSED')
  })

  it('takes its turn, its deadline and its signal like any other call', async () => {
    let answer = (_: string): void => {}
    const { sent, handler } = terminal(person)
    const transport = mockTransport((text) => {
      const given = handler(text)
      if (sent.length > 1) return given
      return new Promise<string>((resolve) => {
        answer = resolve
      })
    })
    const client = createClient({ orgId, transport })
    const first = client.queryCredential(cashier)
    const late = await failureOf(client.exchangeText('{"late":1}', { deadline: 10 }))
    assert.deepEqual([late.code, late.delivery], ['TIMEOUT', 'not-sent'])
    const gone = await failureOf(client.exchangeText('{"gone":1}', { signal: AbortSignal.abort() }))
    assert.deepEqual([gone.code, gone.delivery], ['ABORTED', 'not-sent'])
    const second = client.exchangeText('{"second":1}')
    assert.equal(sent.length, 1)
    answer(JSON.stringify({ orgId, code: 0, data: person }))
    assert.deepEqual(await first, person)
    await second
    assert.deepEqual(sent[1], { second: 1 })
    assert.equal(sent.length, 2)
    await client.close()
  })

  it('fails as what left: a lost link is unknown, and nothing is sent again', async () => {
    const link = mockLink()
    let sent = 0
    const handler = (): Promise<string> => {
      sent += 1
      return new Promise(() => queueMicrotask(() => link.disconnect()))
    }
    const client = createClient({ orgId, transport: mockTransport(handler, { link }) })
    const lost = await failureOf(client.exchangeText('{}'))
    assert.deepEqual([lost.code, lost.delivery, sent], ['DISCONNECTED', 'unknown', 1])
    await client.close()
  })
})

describe('the advice of a failure', () => {
  it('is to ask again where no money moves, and to query where it does', async () => {
    const failures = ['', '{"co', '{"code":7,"message":"x"}', new Promise<string>(() => {})]
    for (const answer of failures) {
      const client = createClient({ orgId, transport: mockTransport(() => answer) })
      const asked = await failureOf(client.queryCredential(cashier, { deadline: 20 }))
      assert.match(asked.message, /This call moves no money: correct what is named above and ask again\./)
      assert.doesNotMatch(asked.message, /query the order|查询订单/i)
      const moved = await failureOf(client.revokeFees({ payOrdId: 'P', payToken: 'T', ...holder }, { deadline: 20 }))
      assert.doesNotMatch(moved.message, /moves no money/)
      await client.close().catch(() => {})
    }
  })
})

describe('an answer of another request', () => {
  const simulator = () => createSimulator({ seed: 7, settings: { credentialCheck: 'off' } })
  const bill = (medOrgOrd: string) => parseRequestBody(feeUpload, exampleBill(medOrgOrd))

  it('to an upload is unknown, and the order is found by its own number', async () => {
    const terminal = simulator()
    const transport = mockTransport(terminal.handle)
    const client = createClient({ orgId, transport })
    const first = await client.uploadFees(bill('B1'))
    terminal.faults.next('stale-answer', 'uploadFees')
    const stale = await failureOf(client.uploadFees(bill('B2')))
    assert.deepEqual([stale.code, stale.delivery], ['ANSWER_INVALID', 'unknown'])
    const found = await client.querySettlement({ medOrgOrd: 'B2' })
    assert.notEqual(found.body.payOrdId, first.payOrdId)
    // Another client of the same terminal is told the same, and so is a request that no method describes.
    terminal.faults.next('stale-answer', 'uploadFees')
    const other = createClient({ orgId, transport })
    assert.equal((await failureOf(other.uploadFees(bill('B3')))).delivery, 'unknown')
    await other.querySettlement({ medOrgOrd: 'B3' })
    terminal.faults.next('stale-answer', 'uploadFees')
    const raw = failureOf(other.request({ transType: 'hos.upload.fee', data: bill('B4') }))
    assert.deepEqual([(await raw).code, (await raw).delivery], ['ANSWER_INVALID', 'unknown'])
  })

  it('to a refund is unknown', async () => {
    const terminal = simulator()
    const client = createClient({ orgId, transport: mockTransport(terminal.handle) })
    const { payOrdId } = await client.uploadFees(bill('B1'))
    terminal.patient.pay(payOrdId)
    const refund = (appRefdSn: string) =>
      client.refund({
        payOrdId,
        appRefdSn,
        totlRefdAmt: yuan('1'),
        cashRefdAmt: yuan('1'),
        refdType: 'CASH',
        ecToken: 'T',
      })
    await refund('R1')
    terminal.faults.next('stale-answer', 'refund')
    const stale = await failureOf(refund('R2'))
    assert.deepEqual([stale.code, stale.delivery], ['ANSWER_INVALID', 'unknown'])
    assert.equal(terminal.refunds().length, 2)
  })
})
