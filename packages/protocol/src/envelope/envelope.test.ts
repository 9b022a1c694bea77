import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  BusinessError,
  decodeRequest,
  defaultProfile,
  defineProfile,
  ecAuth,
  ecQuery,
  encodeRawRequest,
  encodeRefusal,
  encodeRequest,
  encodeResponse,
  feeRevoke,
  feeUpload,
  judgeAnswer,
  LIMITS,
  type Message,
  type Profile,
  ProtocolError,
  parseRequestBody,
  readAnswer,
  readRequest,
  refundOrder,
  settlementQuery,
  settleNotify,
  specProfile,
  tokenCheck,
  yuan,
} from '@nationec/protocol'
import fc from 'fast-check'

const orgId = 'H33010200001'
const transType = 'ec.query'
const operator = {
  orgId,
  businessType: '01301',
  operatorId: '007',
  operatorName: '收费员',
  officeId: '03',
  officeName: '内科',
}

/** Runs the work and gives what it threw. */
function failureOf<Thrown extends Error>(work: () => unknown, kind: new (...parameters: never[]) => Thrown): Thrown {
  try {
    work()
  } catch (error) {
    assert.ok(error instanceof kind, String(error))
    return error
  }
  return assert.fail('nothing was thrown')
}

const issuesOf = (work: () => unknown): string[] =>
  failureOf(work, ProtocolError).issues.map(({ path, rule }) => `${path} ${rule}`)

describe('a request on the wire', () => {
  it('carries data as an object and the extension as extra by default, as callers in the field do', () => {
    const text = encodeRequest(ecQuery, { orgId, transType, data: operator, extData: { a: '1' } })
    assert.deepEqual(JSON.parse(text), { orgId, transType, data: operator, extra: { a: '1' } })
  })

  it('carries JSON text and extData under the profile of the specification', () => {
    const text = encodeRequest(ecQuery, { orgId, transType, data: operator, extData: { a: '1' } }, specProfile)
    const envelope = JSON.parse(text)
    assert.deepEqual(JSON.parse(envelope.data), operator)
    assert.deepEqual(JSON.parse(envelope.extData), { a: '1' })
  })

  it('escapes what is not ASCII where the profile says so, in the header, the body and the extension', () => {
    const data = { ...operator, officeName: '誠衆𠮷科' }
    const request = { orgId: '機構', transType, data, extData: { 备注: '鋅' } }
    for (const base of [defaultProfile, specProfile]) {
      const text = encodeRequest(ecQuery, request, defineProfile({ name: 'e', base, nonAscii: 'escaped' }))
      assert.match(text, /^[\x20-\x7e]+$/)
      assert.deepEqual(readRequest(text), readRequest(encodeRequest(ecQuery, request, base)), base.name)
      assert.deepEqual(readRequest(text), { orgId: '機構', transType, data, extData: request.extData })
    }
    const raw = encodeRawRequest(request, defineProfile({ name: 'e', nonAscii: 'escaped' }))
    assert.match(raw, /^[\x20-\x7e]+$/)
    const long = { ...request, extData: { a: '中'.repeat(60_000) } }
    assert.ok(encodeRequest(ecQuery, long))
    assert.deepEqual(
      issuesOf(() => encodeRequest(ecQuery, long, defineProfile({ name: 'e', nonAscii: 'escaped' }))),
      ['extra length'],
      'an escape has six bytes, and these are counted',
    )
  })

  it('leaves none of the 117 Chinese characters whose last byte in GB18030 is a backslash', () => {
    const decoder = new TextDecoder('gb18030')
    const pairs = Array.from({ length: 126 }, (_, at) => decoder.decode(Uint8Array.of(0x81 + at, 0x5c)))
    const characters = pairs.filter((character) => /^\p{Script=Han}$/u.test(character)).join('')
    assert.equal(characters.length, 117)
    const profile = defineProfile({ name: 'e', charset: 'gb18030', nonAscii: 'escaped' })
    const text = encodeRawRequest({ orgId, transType, data: { characters } }, profile)
    assert.equal((text.match(/\\/g) ?? []).length, 117, 'every backslash is one of an escape')
    assert.equal(JSON.parse(text).data.characters, characters)
  })

  it('travels bare where its message has no envelope', () => {
    const data = { ecToken: 'T', idType: '01', idNo: '999999196202140011', userName: '测试甲' }
    const request = { orgId, transType: tokenCheck.name, data }
    assert.deepEqual(JSON.parse(encodeRequest(tokenCheck, request)), data)
    assert.deepEqual(
      issuesOf(() => encodeRequest(tokenCheck, { ...request, extData: {} })),
      ['extData unknown-field'],
    )
    assert.deepEqual(judgeAnswer(tokenCheck, '{"code":0,"data":{"flag":1}}'), { flag: '1' })
  })

  it('may name the institution again in the notice to the terminal', () => {
    const notice = {
      outBizNo: 'B1',
      medicalSettleState: 'SUCCESS',
      operatorId: '007',
      operatorName: '收费员',
      totalFee: yuan('1'),
      bizType: 'settle',
      idNo: '1',
      userName: '测试甲',
      setlTime: '20261123101500',
      hospitalName: '测试医院',
      officeId: '03',
      officeName: '内科',
      doctorName: '测试乙',
    } as const
    for (const data of [notice, { orgId, ...notice }]) {
      const text = encodeRequest(settleNotify, { orgId, transType: settleNotify.name, data })
      assert.deepEqual(JSON.parse(text).data, data)
    }
  })

  it('names every bad field at once, in both languages, and no value', () => {
    const bad = {
      ...operator,
      operatorName: '姓'.repeat(31),
      officeId: '',
      officeName: undefined,
      operatorId: 7,
      typo: '张三',
    }
    const error = failureOf(() => encodeRequest(ecQuery, { orgId: '', transType, data: bad as never }), ProtocolError)
    assert.deepEqual(error.issues.map(({ path, rule }) => `${path} ${rule}`).toSorted(), [
      'data.officeId required',
      'data.officeName required',
      'data.operatorId type',
      'data.operatorName length',
      'data.typo unknown-field',
      'orgId required',
    ])
    assert.match(error.message, /收款员姓名长度不得超过 30 个字符/)
    assert.match(error.message, /data\.operatorName: at most 30 characters/)
    assert.equal(error.delivery, 'not-sent')
    assert.doesNotMatch(JSON.stringify(error) + error.message, /张三|姓姓/)
  })

  it('does not print a field name that could be data', () => {
    const error = failureOf(
      () => encodeRequest(ecQuery, { orgId, transType, data: { ...operator, 张三: '1' } as never }),
      ProtocolError,
    )
    assert.doesNotMatch(error.message, /张三/)
  })

  it('counts field lengths in characters, an astral character as one, and in bytes where the profile says so', () => {
    const data = { ...operator, operatorName: '𠮷'.repeat(30) }
    assert.ok(encodeRequest(ecQuery, { orgId, transType, data }).includes('𠮷'))
    const bytes = defineProfile({ name: 'bytes', lengthUnit: 'bytes' })
    assert.deepEqual(
      issuesOf(() => encodeRequest(ecQuery, { orgId, transType, data }, bytes)),
      ['data.operatorName length'],
    )
    const ten = { ...operator, operatorName: '姓'.repeat(10) }
    assert.ok(encodeRequest(ecQuery, { orgId, transType, data: ten }, bytes))
  })

  it('counts only what JSON would write: no inherited member, no getter of a class', () => {
    class Row {
      get officeName(): string {
        return '内科'
      }
    }
    const { officeName, ...rest } = operator
    for (const start of [new Row(), Object.create({ officeName }), Object.create(null)]) {
      const body = Object.assign(start, rest)
      assert.deepEqual(
        issuesOf(() => encodeRequest(ecQuery, { orgId, transType, data: body })),
        ['data.officeName required'],
      )
    }
  })

  it('refuses half a character, which would arrive changed', () => {
    const data = { ...operator, officeName: '内\ud800科' }
    assert.deepEqual(
      issuesOf(() => encodeRequest(ecQuery, { orgId, transType, data })),
      ['data.officeName format'],
    )
  })

  it('limits data to 200K bytes, not characters, to the byte', () => {
    // {"a":"…"} has 8 bytes besides its text.
    const raw = (text: string, profile: Profile = defaultProfile): string =>
      encodeRawRequest({ orgId, transType, data: { a: text } }, profile)
    assert.ok(raw('x'.repeat(LIMITS.requestField - 8)))
    assert.deepEqual(
      issuesOf(() => raw('x'.repeat(LIMITS.requestField - 7))),
      ['data length'],
    )
    const threeBytes = '汉'.repeat((LIMITS.requestField - 8) / 3)
    assert.ok(raw(threeBytes))
    assert.deepEqual(
      issuesOf(() => raw(`${threeBytes}汉`)),
      ['data length'],
    )
    const gb18030 = defineProfile({ name: 'gb', charset: 'gb18030' })
    assert.ok(raw('汉'.repeat((LIMITS.requestField - 8) / 2), gb18030))
    assert.equal(
      failureOf(() => raw('汉'.repeat(LIMITS.requestField / 2), gb18030), ProtocolError).code,
      'REQUEST_LIMIT',
    )
  })

  it('limits the extension like data, and the header to 40 characters', () => {
    const extData = 'x'.repeat(LIMITS.requestField)
    assert.deepEqual(
      issuesOf(() => encodeRawRequest({ orgId, transType, data: {}, extData })),
      ['extra length'],
    )
    assert.ok(encodeRawRequest({ orgId: '机'.repeat(40), transType, data: {} }))
    assert.deepEqual(
      issuesOf(() => encodeRawRequest({ orgId: '机'.repeat(41), transType: '', data: {} })),
      ['orgId length', 'transType required'],
    )
  })

  it('refuses a body that JSON cannot hold, without the engine’s own words', () => {
    const circle: Record<string, unknown> = { 张三: 1 }
    circle['self'] = circle
    const error = failureOf(() => encodeRawRequest({ orgId, transType, data: circle }), ProtocolError)
    assert.equal(error.code, 'REQUEST_INVALID')
    assert.doesNotMatch(error.message, /张三/)
    assert.throws(() => encodeRawRequest({ orgId, transType, data: undefined }), { code: 'REQUEST_INVALID' })
    assert.throws(() => encodeRawRequest({ orgId, transType, data: { n: 1n } }), { code: 'REQUEST_INVALID' })
  })

  it('takes a region’s lengths, flags and fields from the profile', () => {
    const region = defineProfile({
      name: 'region',
      messages: {
        'ec.query': {
          lengths: { operatorName: 64 },
          required: { officeId: false, deviceType: true },
          extraFields: { cityCode: { title: '城市', length: 6, required: true } },
        },
      },
    })
    const data = {
      ...operator,
      officeId: '',
      operatorName: '姓'.repeat(64),
      deviceType: 'SelfService',
      cityCode: '330100',
    }
    assert.ok(encodeRequest(ecQuery, { orgId, transType, data }, region))
    assert.deepEqual(
      issuesOf(() =>
        encodeRequest(ecQuery, { orgId, transType, data: { ...operator, cityCode: '3301000' } as never }, region),
      ),
      ['data.cityCode length', 'data.deviceType required'],
    )
  })
})

describe('an answer under a regional profile', () => {
  const answer = JSON.stringify({ code: 0, data: { idNo: '1', idType: '01', userName: '测试甲', ecToken: 'T' } })

  it('owes nothing that only requests owe', () => {
    const extraFields = { cityCode: { title: '城市', length: 6, required: true } }
    const messages = { 'ec.query': { extraFields, requiredInAnswer: { insuOrg: false } } }
    const profile = defineProfile({ name: 'region', messages })
    assert.deepEqual(judgeAnswer(ecQuery, answer, { profile }), JSON.parse(answer).data)
    assert.deepEqual(
      issuesOf(() => judgeAnswer(ecQuery, answer)),
      ['data.insuOrg required'],
    )
  })

  it('owes what the region demands of answers', () => {
    const messages = { 'ec.query': { requiredInAnswer: { insuOrg: false, ecIndexNo: true } } }
    const profile = defineProfile({ name: 'region', messages })
    assert.deepEqual(
      issuesOf(() => judgeAnswer(ecQuery, answer, { profile })),
      ['data.ecIndexNo required'],
    )
  })
})

describe('a request as a terminal reads it', () => {
  it('comes back as it was sent, whatever the profile and the text', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text !== 'null')
    fc.assert(
      fc.property(words, words, fc.constantFrom(defaultProfile, specProfile), (operatorId, officeName, profile) => {
        const data = {
          ...operator,
          operatorId: [...operatorId].slice(0, 20).join(''),
          officeName: [...officeName].slice(0, 30).join(''),
        }
        const received = readRequest(
          encodeRequest(ecQuery, { orgId, transType, data, extData: { k: officeName } }, profile),
        )
        assert.deepEqual(decodeRequest(ecQuery, received, profile), data)
        assert.equal(received.transType, transType)
      }),
      { numRuns: 300, seed: 20261123 },
    )
  })

  it('has its body and its extension in every form seen in the field', () => {
    const body = JSON.stringify(operator)
    for (const data of [operator, body, JSON.stringify(body)]) {
      for (const extension of [{ extData: { a: 1 } }, { extra: '{"a":1}' }, { extData: 'null', extra: { a: 1 } }]) {
        const received = readRequest(JSON.stringify({ orgId, transType, data, ...extension }))
        assert.deepEqual(received.extData, { a: 1 })
        assert.deepEqual(decodeRequest(ecQuery, received), operator)
      }
    }
    assert.equal(readRequest(JSON.stringify({ orgId, transType, extra: 'null' })).extData, undefined)
  })

  it('made out of plain JSON is refused with an error of ours whatever is given instead', () => {
    for (const wrong of [
      undefined,
      null,
      5,
      'text',
      [],
      { operatorName: () => '张三' },
      { officeId: Symbol('张三') },
    ]) {
      const error = failureOf(() => parseRequestBody(ecQuery, wrong as never), ProtocolError)
      assert.equal(error.code, 'REQUEST_INVALID')
      assert.doesNotMatch(error.message, /张三/)
    }
  })

  it('keeps unknown fields, reads numbers, and still refuses what breaks a rule', () => {
    const text = JSON.stringify({ orgId, transType, data: { ...operator, operatorId: 7, more: [1] } })
    assert.deepEqual(decodeRequest(ecQuery, readRequest(text)), { ...operator, operatorId: '7', more: [1] })
    const bad = readRequest(JSON.stringify({ orgId, transType, data: { ...operator, businessType: '013011' } }))
    assert.deepEqual(
      issuesOf(() => decodeRequest(ecQuery, bad)),
      ['data.businessType length'],
    )
    assert.deepEqual(
      issuesOf(() => decodeRequest(ecQuery, { ...bad, data: [] })),
      ['data type'],
    )
    assert.deepEqual(
      issuesOf(() => readRequest('{"orgId":"null"}')),
      ['orgId required', 'transType required'],
    )
    assert.deepEqual(
      issuesOf(() => readRequest('{"orgId":{},"transType":["ec.query"],"data":{}}')),
      ['orgId type', 'transType type'],
    )
  })
})

const settled = {
  payOrdId: 'ORD1',
  ordStas: '6',
  feeSumamt: '128.50',
  ownPayAmt: '28.50',
  psnAcctPay: '20.00',
  fundPay: '80.00',
}
const judge = (text: string): unknown => judgeAnswer(settlementQuery, text, { request: { payOrdId: 'ORD1' } })

describe('an answer', () => {
  it('is read in every form seen in the field', () => {
    const data = JSON.stringify(settled)
    const forms = [
      { orgId, code: 0, message: '', data: settled },
      { orgId, code: '0', message: null, data },
      { code: 0, data: JSON.stringify(data) },
      {
        code: '0000',
        message: 'null',
        data: { ...settled, ordStas: 6, feeSumamt: 128.5, ownPayAmt: 28.5, fundPay: 80, psnAcctPay: '20' },
      },
      { code: 0, data: { ...settled, medOrgOrd: 'null', setlType: '', traceTime: null } },
    ]
    for (const form of forms) assert.deepEqual(judge(JSON.stringify(form)), settled)
    assert.deepEqual(judge(`\ufeff${JSON.stringify(forms[0], null, 2)}\n\0\0\0`), settled)
  })

  it('gives the extension under either name, parsed', () => {
    for (const name of ['extData', 'extra']) {
      assert.deepEqual(readAnswer(JSON.stringify({ code: 0, [name]: '{"a":1}' })).extData, { a: 1 })
      assert.deepEqual(readAnswer(JSON.stringify({ code: 0, [name]: { a: 1 } })).extData, { a: 1 })
    }
    assert.equal(readAnswer('{"code":0,"extData":"null"}').extData, undefined)
    assert.deepEqual(readAnswer('{"code":0,"extData":"null","extra":"x","more":1}').rest, { more: 1 })
  })

  it('keeps fields that nobody described, at every depth', () => {
    const body = judge(JSON.stringify({ code: 0, data: { ...settled, newField: { deep: [1] } } }))
    assert.deepEqual(body, { ...settled, newField: { deep: [1] } })
  })

  it('reads other spellings of a field', () => {
    const { ownPayAmt, ...rest } = settled
    assert.deepEqual(judge(JSON.stringify({ code: 0, data: { ...rest, ownpayAmt: ownPayAmt } })), settled)
  })

  it('is read from a wrapper that writes every key in lower case', () => {
    const lower = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(lower)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), lower(member)]))
    }
    const person = { idNo: '1', idType: '01', userName: '测试甲', ecToken: 'T', insuOrg: '330100', chnlId: 'C' }
    const answer = JSON.stringify(lower({ orgId, code: 0, data: person, extData: { inner: 1 } }))
    assert.deepEqual(judgeAnswer(ecQuery, answer), person)
    const { orgId: named, extData, rest } = readAnswer(answer)
    assert.deepEqual([named, extData, rest], [orgId, { inner: 1 }, {}])
    assert.deepEqual(judge(JSON.stringify(lower({ code: 0, data: settled }))), settled, 'ownPayAmt among them')
    const bill = { payOrdId: 'ORD1', payToken: 'T', extData: { preSetl: '1' } }
    assert.deepEqual(judgeAnswer(feeUpload, JSON.stringify(lower({ code: 0, data: bill }))), {
      ...bill,
      extData: { presetl: '1' },
    })
    // Two amounts under two spellings prove neither, in this spelling too.
    assert.deepEqual(
      issuesOf(() => judge(JSON.stringify({ code: 0, data: { ...settled, feesumamt: '1.00' } }))),
      ['data.feesumamt duplicate'],
    )
    // Only a key all in lower case is meant by it.
    const odd = JSON.stringify({ code: 0, data: { ...settled, TRACETIME: 'x' } })
    assert.deepEqual(judge(odd), { ...settled, TRACETIME: 'x' })
  })

  it('under two spellings loses nothing, and is refused when they name two amounts', () => {
    const both = (more: object): unknown => judge(JSON.stringify({ code: 0, data: { ...settled, ...more } }))
    assert.deepEqual(both({ ownpayAmt: 28.5 }), settled)
    assert.deepEqual(both({ ownpayAmt: 'null' }), settled)
    assert.deepEqual(
      issuesOf(() => both({ ownpayAmt: '0.00' })),
      ['data.ownpayAmt duplicate'],
    )
    const person = { idNo: '1', idType: '01', userName: '测试甲', ecToken: 'T', insuOrg: '330100' }
    const extensions = { extData: { a: '1' }, extra: { b: '2' } }
    const answer = JSON.stringify({ code: 0, data: { ...person, ...extensions } })
    assert.deepEqual(judgeAnswer(ecQuery, answer), { ...person, ...extensions })
  })

  it('that is empty, garbled or no object leaves the outcome unknown and is never quoted', () => {
    const cases = {
      '': 'ANSWER_EMPTY',
      '\0\0': 'ANSWER_EMPTY',
      ' \n': 'ANSWER_EMPTY',
      '{"code":0,"userName":"张三': 'ANSWER_UNREADABLE',
      '[]': 'ANSWER_UNREADABLE',
      '"张三"': 'ANSWER_UNREADABLE',
      '{"message":"张三"}': 'ANSWER_INVALID',
      '{"code":"null","message":"null"}': 'ANSWER_INVALID',
      '{"code":0}': 'ANSWER_INVALID',
      '{"code":0,"data":"张三"}': 'ANSWER_INVALID',
    }
    for (const [text, code] of Object.entries(cases)) {
      const error = failureOf(() => judge(text), ProtocolError)
      assert.equal(error.code, code, text)
      assert.equal(error.delivery, 'unknown')
      assert.equal(error.cause, undefined)
      assert.doesNotMatch(`${error.message}${JSON.stringify(error)}`, /张三/)
    }
  })

  it('that is no text at all leaves the outcome unknown', () => {
    for (const wrong of [undefined, null, 5, { code: 0 }]) {
      const error = failureOf(() => readAnswer(wrong as never), ProtocolError)
      assert.deepEqual([error.code, error.delivery], ['ANSWER_UNREADABLE', 'unknown'])
    }
    assert.throws(() => readRequest({ orgId } as never), { code: 'REQUEST_INVALID' })
  })

  it('counts undecodable characters, the sign of a wrong charset', () => {
    assert.match(
      failureOf(() => judge('{"code":0,"message":"\ufffd\ufffd'), ProtocolError).message,
      /2 undecodable characters/,
    )
  })

  it('that lacks what its message must hold is unknown, with every field named', () => {
    assert.deepEqual(
      issuesOf(() => judge('{"code":0,"data":{"feeSumamt":"1.234","ordStas":{}}}')),
      ['data.feeSumamt format', 'data.ordStas type', 'data.payOrdId required'],
    )
  })

  it('to another request is caught', () => {
    assert.deepEqual(
      issuesOf(() => judge(JSON.stringify({ code: 0, data: { ...settled, payOrdId: 'ORD2' } }))),
      ['data.payOrdId echo'],
    )
  })

  it('to another request is caught by every number and amount that it holds, in any spelling', () => {
    const refund = { payOrdId: 'ORD1', appRefdSn: 'R2', refdType: 'CASH', totlRefdAmt: '1.00', cashRefdAmt: '1.00' }
    const judged = (data: object, message: Message = refundOrder, request: object = refund, code = 0) =>
      judgeAnswer(message, JSON.stringify({ code, data }), { request: request as Record<string, unknown> })
    const done = { refStatus: 'SUCC' }
    for (const [name, value] of [
      ['payOrdId', 'OTHER'],
      ['payordid', 'OTHER'],
      ['appRefdSn', 'R1'],
      ['totlRefdAmt', '99.00'],
      ['totlrefdamt', 99],
      ['cashRefdAmt', '0.99'],
      ['payOrdId', ['ORD1', 'ORD2']],
    ] as const) {
      assert.deepEqual(
        issuesOf(() => judged({ ...done, [name]: value })),
        [`data.${name} echo`],
      )
    }
    judged({ ...done, ...refund, totlRefdAmt: 1, cashRefdAmt: '1', fundRefdAmt: '0.00' })
    const revoke = { payOrdId: 'ORD1', orgCodg: orgId }
    assert.deepEqual(
      issuesOf(() => judged({ success: true, payOrdId: 'OTHER', orgCodg: 'ELSE' }, feeRevoke, revoke)),
      ['data.payOrdId echo', 'data.orgCodg echo'],
    )
    const bill = { medOrgOrd: 'M1', orgCodg: orgId, medfeeSumamt: '8.00' }
    const order = { payOrdId: 'ORD1', payToken: 'T1' }
    assert.deepEqual(
      issuesOf(() => judged({ ...order, medOrgOrd: 'ANOTHER', orgCodg: 'ELSE', medfeeSumamt: '9' }, feeUpload, bill)),
      ['data.medOrgOrd echo', 'data.orgCodg echo', 'data.medfeeSumamt echo'],
    )
  })

  it('that refuses another request is no refusal of this one', () => {
    const text = (payOrdId: string) => JSON.stringify({ code: 1, message: '失败', data: { payOrdId } })
    const request = { payOrdId: 'ORD1' }
    assert.deepEqual(
      issuesOf(() => judgeAnswer(feeRevoke, text('OTHER'), { request })),
      ['data.payOrdId echo'],
    )
    failureOf(() => judgeAnswer(feeRevoke, text('ORD1'), { request }), BusinessError)
  })

  it('with a code other than 0 is a refusal, with the code and the masked text', () => {
    const request = { payOrdId: 'ORD1', payToken: 'secret-token', idNo: '99999919900101001X', userName: '测试甲' }
    const message = '参保人测试甲(99999919900101001X)的令牌secret-token无效，电话13800138000'
    const text = encodeRefusal({ orgId, code: 4711, message })
    const error = failureOf(() => judgeAnswer(settlementQuery, text, { request }), BusinessError)
    assert.equal(error.responseCode, 4711)
    assert.equal(error.responseMessage, '参保人***(***)的令牌***无效，电话***')
    assert.equal(error.delivery, 'answered')
    assert.equal(failureOf(() => judge('{"code":-2,"data":null}'), BusinessError).responseCode, -2)
    assert.equal(failureOf(() => judge('{"code":"E001"}'), BusinessError).responseCode, 'E001')
  })

  it('that repeats what an extension held is masked there too', () => {
    const opter = '测试收费员乙'
    const request = { payOrdId: 'ORD1', extData: { opter, card: { no: 'A1B2C3' } } }
    const told = (extension: object): string => {
      const text = encodeRefusal({ orgId, code: 1, message: `${opter}，卡号A1B2C3，窗口03` })
      return failureOf(() => judgeAnswer(settlementQuery, text, extension), BusinessError).message
    }
    for (const extension of [
      { request },
      { request: { ...request, extData: JSON.stringify(request.extData) } },
      { extData: request.extData },
      { extData: JSON.stringify(request.extData) },
    ]) {
      assert.match(told(extension), /\*\*\*，卡号\*\*\*，窗口03/)
    }
    const extraFields = { guardian: { title: '监护人', length: 20 } }
    const profile = defineProfile({ name: 'region', messages: { '6301': { extraFields } } })
    assert.match(told({ profile, request: { payOrdId: 'ORD1', guardian: opter } }), /\*\*\*，卡号/)
    const drugList = JSON.stringify([{ ITEMNAME: '测试药丸' }])
    const refusal = encodeRefusal({ orgId, code: 1, message: '测试药丸不在目录内' })
    assert.doesNotMatch(
      failureOf(() => judgeAnswer(settleNotify, refusal, { request: { drugList } }), BusinessError).message,
      /测试药丸/,
    )
  })

  it('with a number beyond exactness is refused rather than rounded', () => {
    const text = `{"code":0,"data":{"payOrdId":12345678901234567890,"ordStas":"6"}}`
    assert.ok(issuesOf(() => judge(text)).includes('data.payOrdId type'))
  })

  it('of any shape gives a body or an error of ours, never anything else', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((data) => `{"code":0,"data":${data}}`),
    )
    fc.assert(
      fc.property(anything, (text) => {
        try {
          judge(text)
        } catch (error) {
          assert.ok(error instanceof ProtocolError || error instanceof BusinessError, String(error))
        }
      }),
      { numRuns: 1000, seed: 20261123 },
    )
  })

  it('written by us is read by us', () => {
    const text = encodeResponse(settlementQuery, { orgId, data: settled as never })
    assert.deepEqual(judge(text), settled)
    const asText = encodeResponse(settlementQuery, { orgId, data: settled as never }, specProfile)
    assert.equal(typeof JSON.parse(asText).data, 'string')
    assert.deepEqual(judge(asText), settled)
    assert.throws(() => encodeResponse(settlementQuery, { orgId, data: {} as never }), { code: 'ANSWER_INVALID' })
  })

  it('is limited to 800K bytes of data, to the byte, and to 900K as a whole', () => {
    const write = (text: string, profile: Profile = defaultProfile): string =>
      encodeResponse(ecAuth, { orgId, data: { authNo: 'A', extData: { a: text } } }, profile)
    const frame = JSON.stringify({ authNo: 'A', extData: { a: '' } }).length
    assert.ok(write('x'.repeat(LIMITS.responseField - frame)))
    for (const text of ['x'.repeat(LIMITS.responseField - frame + 1), '汉'.repeat(LIMITS.responseField / 3)]) {
      assert.deepEqual(
        issuesOf(() => write(text)),
        ['data length'],
      )
    }
    // Every quotation mark is escaped once in the body, and twice more where the body is text.
    assert.deepEqual(
      issuesOf(() => write('"'.repeat(LIMITS.responseField / 2 - frame), specProfile)),
      ['OutData length'],
    )
  })
})
