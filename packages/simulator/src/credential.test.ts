import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  authCheck,
  certGet,
  ecAuth,
  hosInsuredQuery,
  judgeAnswer,
  qrcodeGet,
  readAnswer,
  settleNotify,
  tokenCheck,
  yuan,
} from '@nationec/protocol'
import { inventedPeople } from '@nationec/simulator'
import { createDesk } from './fixtures/desk.ts'
import { isFault, refusedWith } from './fixtures/refused-with.ts'
import { ORG_ID } from './fixtures/till.ts'

const operator = {
  orgId: ORG_ID,
  businessType: '01301',
  operatorId: '007',
  operatorName: '收费员',
  officeId: '03',
  officeName: '内科',
}

describe('the credential family', () => {
  it('gives the first invented person and a token of the seen shape', async () => {
    const { till } = createDesk()
    const person = await till.identify()
    assert.equal(person.userName, '测试甲')
    assert.match(person.ecToken, /^999999ec[0-9a-f]{30}$/)
  })

  it('gives a new token at every query', async () => {
    const { till } = createDesk()
    assert.notEqual((await till.identify()).ecToken, (await till.identify()).ecToken)
  })

  it('says of a token whether it still holds, and for whom, to a bare body', async () => {
    const { till, simulator, clock } = createDesk({ settings: { ecTokenLifetime: 60_000 } })
    const { ecToken, idType, idNo, userName } = await till.identify()
    const holder = { ecToken, idType, idNo, userName }
    const flagOf = async (body: object): Promise<unknown> =>
      judgeAnswer(tokenCheck, await simulator.handle(JSON.stringify(body))).flag
    assert.equal(await flagOf(holder), '1')
    assert.equal(await flagOf({ ...holder, userName: '测试乙' }), '0')
    assert.equal(await flagOf({ ...holder, ecToken: 'T' }), '0')
    clock.now += 60_000
    assert.equal(await flagOf(holder), '0')
    const { code } = readAnswer(await simulator.handle(JSON.stringify({ ecToken })))
    assert.notEqual(code, 0, 'a body that lacks its person is refused')
  })

  it('scans with the terminal’s own scanner as well', async () => {
    const { till } = createDesk()
    assert.equal((await till.ask(qrcodeGet, 'scanQrCode', operator)).userName, '测试甲')
  })

  it('reads an identity card without giving a token', async () => {
    const { till } = createDesk()
    const card = await till.ask(certGet, 'readIdCard', operator)
    assert.equal(card.userName, '测试甲')
    assert.equal(card.ecToken, undefined)
  })

  it('exchanges the authNo of a face check for the person', async () => {
    const { till, simulator } = createDesk()
    simulator.patient.present('second')
    const { authNo, outBizNo } = await till.ask(ecAuth, 'authoriseFace', { ...operator, outBizNo: 'F1' })
    assert.equal(outBizNo, 'F1')
    assert.match(authNo, /^ano\d{25}$/)
    const person = await till.ask(authCheck, 'checkAuthorisation', { ...operator, outBizNo: 'F2', authNo })
    assert.equal(person.userName, '测试乙')
  })

  it('refuses an authNo that it never gave', async () => {
    const { till } = createDesk()
    const request = { ...operator, outBizNo: 'F2', authNo: 'ano0' }
    await refusedWith(till.ask(authCheck, 'checkAuthorisation', request), 'FACE_AUTHORISATION_INVALID')
  })

  it('shows a settlement notice on the screen', async () => {
    const { till, simulator } = createDesk()
    const answer = await till.ask(settleNotify, 'notifySettlement', {
      outBizNo: 'F1',
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
      doctorName: '测试医生',
    })
    assert.equal(answer.outBizNo, 'F1')
    assert.deepEqual(simulator.screen, { shows: 'result', medicalSettleState: 'SUCCESS' })
  })

  it('answers the query of the insured person with what the account holds now', async () => {
    const { till, simulator } = createDesk()
    const { ecToken } = await till.identify()
    await till.upload()
    simulator.patient.pay()
    // No operation of a profile is this query; any name of a method serves to reach `ask`.
    const text = JSON.stringify({ orgId: ORG_ID, transType: 'hos.query.insu', data: { ecToken, orgCodg: ORG_ID } })
    const { data } = JSON.parse(await simulator.handle(text))
    assert.equal(data.insuList[0].acctBalc, '19985.00')
    assert.equal(hosInsuredQuery.name, 'hos.query.insu')
  })
})

describe('presenting by hand', () => {
  const settings = { presenting: 'by hand' } as const

  it('keeps the call waiting until somebody presents', async () => {
    const { till, simulator } = createDesk({ settings })
    const asked = till.identify()
    await simulator.patient.untilAsked()
    assert.deepEqual(simulator.screen, { shows: 'scan', asks: 'code', waiting: 1 })
    simulator.patient.present('third')
    assert.equal((await asked).userName, '测试丙')
    assert.deepEqual(simulator.screen, { shows: 'idle' })
  })

  it('refuses the call when the patient walks away', async () => {
    const { till, simulator } = createDesk({ settings })
    const asked = till.identify()
    await simulator.patient.untilAsked()
    simulator.patient.walkAway()
    await refusedWith(asked, 'PATIENT_REFUSED')
  })

  it('ends when the caller gives up, and asks nobody any more', async () => {
    const { till, simulator } = createDesk({ settings })
    const caller = new AbortController()
    const asked = till.identify(caller.signal)
    await simulator.patient.untilAsked()
    caller.abort()
    await assert.rejects(asked, isFault('SIMULATED_SILENCE', 'unknown'))
    assert.deepEqual(simulator.screen, { shows: 'idle' })
  })

  it('serves several waiting calls in their order', async () => {
    const { till, simulator } = createDesk({ settings })
    const [first, second] = [till.identify(), till.identify()]
    await simulator.patient.untilAsked()
    simulator.patient.present('second')
    simulator.patient.present('third')
    assert.equal((await first).userName, '测试乙')
    assert.equal((await second).userName, '测试丙')
  })

  it('has nobody walk away when nothing waits', () => {
    const { simulator } = createDesk({ settings })
    assert.throws(() => simulator.patient.walkAway(), isFault('SIMULATOR_NOTHING_WAITS'))
  })
})

describe('the invented people', () => {
  it('cannot be anybody: no such area, and every check digit is wrong', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    for (const { idNo, userName } of inventedPeople) {
      assert.match(userName, /^测试/)
      assert.match(idNo, /^999999\d{12}$/)
      const sum = weights.reduce((total, weight, index) => total + weight * Number(idNo[index]), 0)
      assert.notEqual(idNo[17], '10X98765432'[sum % 11])
    }
  })

  it('can be replaced, and a person that no answer can hold is refused', async () => {
    const [first] = inventedPeople
    assert.ok(first !== undefined)
    const { till } = createDesk({ people: [{ ...first, userName: '测试戊' }] })
    assert.equal((await till.identify()).userName, '测试戊')
    const invalid = isFault('SIMULATOR_OPTION_INVALID')
    assert.throws(() => createDesk({ people: [] }), invalid)
    assert.throws(() => createDesk({ people: [first, first] }), invalid)
    assert.throws(() => createDesk({ people: [{ ...first, userName: '甲'.repeat(65) }] }), invalid)
    assert.throws(() => createDesk({ people: [{ ...first, accountBalance: yuan('-1') }] }), invalid)
  })

  it('are asked for by name', () => {
    const { simulator } = createDesk()
    assert.throws(() => simulator.patient.present('nobody'), isFault('SIMULATOR_OPTION_INVALID'))
  })
})
