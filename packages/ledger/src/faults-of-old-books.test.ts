import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createSimulator } from '@nationec/simulator'
import { kindsOf, openDesk } from './fixtures/desk.ts'
import { bill, cashRefund, PERSON } from './simulation/bill.ts'
import { virtualTime } from './simulation/virtual-time.ts'

describe('a refund is proved', () => {
  it('by a move that only it explains, not by one of an earlier refund', async () => {
    const { ledger, simulator, giveUp, paid } = await openDesk()
    const { payOrdId } = await paid('B1')
    assert.equal((await ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' })).state, 'done')
    simulator.faults.next('lost-request', 'refund')
    const second = await giveUp(ledger.refund(cashRefund(payOrdId, 'R2', '2.00'), { key: 'r2' }))
    await ledger.querySettlement({ payOrdId })
    const settled = await ledger.settle(second.id, { within: 0 })
    assert.equal(settled.state, 'unknown')
    assert.equal((await ledger.order({ payOrdId }))?.held.cash, '3.00')
  })

  it('not by a move to a state that this refund cannot lead to', async () => {
    const { ledger, simulator, client, giveUp, paid } = await openDesk()
    const { payOrdId } = await paid('B1')
    simulator.faults.next('lost-request', 'refund')
    const mine = await giveUp(ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' }))
    const { split } = simulator.order(payOrdId) ?? {}
    const insurance = { fundRefdAmt: split?.fund, psnAcctRefdAmt: split?.account, refdType: 'HI' } as const
    const total = { ...cashRefund(payOrdId, 'R2', '85.00'), cashRefdAmt: undefined }
    await client.refund({ ...total, ...insurance } as never)
    await ledger.querySettlement({ payOrdId })
    assert.equal(simulator.order(payOrdId)?.ordStas, '8')
    assert.equal((await ledger.operation({ id: mine.id }))?.state, 'unknown')
  })

  it('by its own move', async () => {
    const { ledger, simulator, giveUp, paid } = await openDesk()
    const { payOrdId } = await paid('B1')
    simulator.faults.next('lost-answer', 'refund')
    const refund = await giveUp(ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' }))
    assert.equal(refund.state, 'unknown')
    const settled = await ledger.settle(refund.id)
    assert.deepEqual([settled.state, settled.state === 'done' && settled.proof], ['done', 'query'])
    const again = await ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' })
    assert.equal(again.state, 'done')
  })

  it('never twice: a refund number has one operation', async () => {
    const { ledger, paid, simulator } = await openDesk()
    const { payOrdId } = await paid('B1')
    await ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' })
    await assert.rejects(ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r2' }), { code: 'NUMBER_USED' })
    assert.equal(simulator.refunds().length, 1)
  })
})

describe('only what is success is success', () => {
  for (const refStatus of ['fail', 'FAILED', 'Fail ', 'EXP', 'exp', 'PROCESSING', '0', 'succ']) {
    it(`refStatus ${refStatus} leaves the refund unknown`, async () => {
      const desk = await openDesk({
        wire: async (text, on) =>
          (await on(text)).replace('"refStatus":"SUCC"', `"refStatus":${JSON.stringify(refStatus)}`),
      })
      const { payOrdId } = await desk.paid('B1')
      const refund = await desk.ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' })
      assert.equal(refund.state, 'unknown')
      assert.deepEqual(await kindsOf(desk.ledger), refStatus === 'EXP' ? ['refund-unclear'] : [])
    })
  }

  for (const success of ['FALSE', 'False', '0', 'no', 'TRUE', null]) {
    it(`success ${success} leaves the revoke unknown`, async () => {
      const wire = async (text: string, on: (text: string) => Promise<string>): Promise<string> =>
        (await on(text)).replace(/"success":("true"|true)/, `"success":${JSON.stringify(success)}`)
      const { ledger } = await openDesk({ wire })
      const upload = await ledger.uploadFees(bill('B1'), { key: 'u1' })
      assert.ok(upload.state === 'done' && upload.proof === 'answer')
      const { payOrdId, payToken } = upload.answer
      const revoke = await ledger.revokeFees({ payOrdId, payToken, ...PERSON }, { key: 'v1' })
      assert.equal(revoke.state, 'unknown')
      assert.equal((await ledger.settle(revoke.id)).state, 'done')
    })
  }
})

describe('an answer against what is known', () => {
  it('with another total than the bill is for a person, and settles nothing', async () => {
    const { ledger, simulator } = await openDesk({
      wire: async (text, on) =>
        (await on(text)).replace(
          /"feeSumamt":"[^"]+".*?"fundPay":"[^"]+"/,
          '"feeSumamt":"1.00","ownPayAmt":"1.00","psnAcctPay":"0.00","fundPay":"0.00"',
        ),
    })
    const upload = await ledger.uploadFees(bill('B1', '150.52'), { key: 'u1' })
    assert.ok(upload.state === 'done')
    simulator.patient.pay(upload.answer.payOrdId)
    const order = await ledger.querySettlement({ payOrdId: upload.answer.payOrdId })
    assert.deepEqual([order.status, 'reason' in order && order.reason], ['unrecognised', 'amounts-disagree'])
    const known = await ledger.order({ medOrgOrd: 'B1' })
    assert.deepEqual([known?.status, known?.total], ['pending', '150.52'])
    assert.deepEqual(await kindsOf(ledger), ['amounts-disagree'])
  })

  it('with an order that is paid leaves it paid when its bill is uploaded again', async () => {
    const { ledger, paid } = await openDesk({ settings: { duplicateMedOrgOrd: 'returns the order' } })
    const { payOrdId } = await paid('B1')
    const again = await ledger.uploadFees(bill('B1'), { key: 'u2' })
    assert.equal(again.state, 'done')
    assert.deepEqual(
      [(await ledger.order({ payOrdId }))?.status, await kindsOf(ledger)],
      ['settled', ['repeated-bill']],
    )
    assert.equal((await ledger.order({ medOrgOrd: 'B1' }))?.payOrdId ?? payOrdId, payOrdId)
  })

  for (const ordStas of ['0', '2', '12', '16']) {
    it(`that says ${ordStas} of a paid order is for a person, and changes nothing`, async () => {
      let told: string | undefined
      const desk = await openDesk({
        wire: async (text, on) => {
          const answer = await on(text)
          return told === undefined ? answer : answer.replace(/"ordStas":"\d+"/, `"ordStas":"${told}"`)
        },
      })
      const { payOrdId } = await desk.paid('B1')
      told = ordStas
      const seen = await desk.ledger.querySettlement({ payOrdId })
      assert.deepEqual([seen.status, 'reason' in seen && seen.reason], ['unrecognised', 'contradiction'])
      assert.equal((await desk.ledger.order({ payOrdId }))?.status, 'settled')
      assert.deepEqual(await kindsOf(desk.ledger), ['contradiction'])
    })
  }

  it('with the payOrdId of another bill is not taken, also after a restart', async () => {
    const first = await openDesk()
    const { payOrdId } = await first.paid('B1')
    await first.ledger.close()
    const desk = await openDesk({
      store: first.store,
      time: first.time,
      simulator: first.simulator,
      wire: async (text, on) => (await on(text)).replace(/"payOrdId":"ORD[^"]+"/, `"payOrdId":"${payOrdId}"`),
    })
    const upload = await desk.ledger.uploadFees(bill('B2', '20.00'), { key: 'u2' })
    assert.ok(upload.state === 'unknown')
    assert.equal(upload.failure.code, 'ANSWER_FOREIGN')
    assert.deepEqual(await kindsOf(desk.ledger), ['foreign-number'])
    assert.equal((await desk.ledger.order({ payOrdId }))?.medOrgOrd, 'B1')
  })
})

describe('operations of one order', () => {
  it('wait for each other, whichever number they name', async () => {
    const { ledger, simulator, giveUp, received } = await openDesk()
    const upload = await ledger.uploadFees(bill('B1'), { key: 'u1' })
    assert.ok(upload.state === 'done' && upload.proof === 'answer')
    const { payOrdId, payToken } = upload.answer
    simulator.faults.next('lost-request', 'revokeFees')
    await giveUp(ledger.revokeFees({ payOrdId, payToken, ...PERSON }, { key: 'v1' }))
    const sent = received.length
    const open = { code: 'OUTCOME_OPEN', delivery: 'not-sent' }
    await assert.rejects(ledger.uploadFees(bill('B1'), { key: 'u2' }), open)
    await assert.rejects(ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' }), open)
    const raw = { orgId: 'H', transType: 'x.refund', data: { list: [{ payOrdId }] } }
    await assert.rejects(ledger.exchangeText(JSON.stringify(raw), { key: 't1' }), open)
    const inside = { orgId: 'H', transType: 'x.other', data: JSON.stringify({ deep: [{ medOrgOrd: 'B1' }] }) }
    await assert.rejects(ledger.exchangeText(JSON.stringify(inside), { key: 't2' }), open)
    assert.equal(received.length, sent)
  })

  it('refuse a text that names a member twice', async () => {
    const { ledger, received } = await openDesk()
    const text = '{"orgId":"H","transType":"hos.refund.order","data":{},"transType":"ec.query"}'
    await assert.rejects(ledger.exchangeText(text, { key: 't1' }), { code: 'TEXT_AMBIGUOUS', delivery: 'not-sent' })
    assert.deepEqual(received, [])
  })

  it('ask before a bill that looks like one whose outcome is unknown', async () => {
    const { ledger, simulator, giveUp } = await openDesk()
    simulator.faults.next('lost-answer', 'uploadFees')
    const first = await giveUp(ledger.uploadFees(bill('B1'), { key: 'u1' }))
    await assert.rejects(ledger.uploadFees(bill('B2'), { key: 'u2' }), {
      code: 'POSSIBLE_DUPLICATE',
      operationId: first.id,
    })
    assert.equal((await ledger.uploadFees(bill('B3', '5.00'), { key: 'u3' })).state, 'done')
    const because = '第二张处方'
    const second = await ledger.uploadFees(bill('B2'), { key: 'u2', notDuplicate: { because } })
    assert.equal(second.state, 'done')
    const { rows } = await ledger.store.events({ of: { table: 'operation', id: second.id }, limit: 10 })
    assert.equal(rows[0]?.facts['notDuplicate'] ?? rows.at(-1)?.facts['notDuplicate'], because)
  })
})

describe('a decision of a person', () => {
  async function unknownUpload() {
    const desk = await openDesk()
    const other = await desk.paid('A1', '33.00')
    desk.simulator.faults.next('lost-answer', 'uploadFees')
    const upload = await desk.giveUp(desk.ledger.uploadFees(bill('B1'), { key: 'u1' }))
    return { ...desk, upload, other }
  }

  it('needs a name and a reason, and cannot take the order of another bill', async () => {
    const { ledger, upload, other } = await unknownUpload()
    const invalid = { code: 'DECISION_INVALID' }
    await assert.rejects(ledger.decide(upload.id, { outcome: 'done', by: ' ', because: 'x' }), invalid)
    await assert.rejects(ledger.decide(upload.id, { outcome: 'done', by: 'u007', because: '' }), invalid)
    const stolen = { outcome: 'done', by: 'u007', because: '已核对', payOrdId: other.payOrdId } as const
    await assert.rejects(ledger.decide(upload.id, stolen), invalid)
    assert.equal((await ledger.order({ payOrdId: other.payOrdId }))?.medOrgOrd, 'A1')
    await ledger.decide(upload.id, { outcome: 'not-done', by: 'u007', because: '已核对' })
    const { rows } = await ledger.store.events({ of: { table: 'operation', id: upload.id }, limit: 10 })
    const decided = rows.find(({ type }) => type === 'decided')
    assert.equal(decided?.facts['by'], 'u007')
    assert.equal(decided?.facts['known.state'], 'unknown')
  })

  it('is corrected by a later proof, and a person hears of it', async () => {
    const { ledger, upload } = await unknownUpload()
    await ledger.decide(upload.id, { outcome: 'not-done', by: 'u007', because: '已核对' })
    const closed = await ledger.uploadFees(bill('B1'), { key: 'u1' })
    assert.deepEqual([closed.state, closed.state === 'closed' && closed.outcome], ['closed', 'not-done'])
    await ledger.querySettlement({ medOrgOrd: 'B1' })
    assert.equal((await ledger.operation({ id: upload.id }))?.state, 'done')
    assert.ok((await kindsOf(ledger)).includes('late-truth'))
  })
})

describe('a key', () => {
  it('answers with what is known now, once a query has proved its operation', async () => {
    const { ledger, simulator, giveUp, received } = await openDesk()
    simulator.faults.next('lost-answer', 'uploadFees')
    assert.equal((await giveUp(ledger.uploadFees(bill('B1'), { key: 'u1' }))).state, 'unknown')
    await ledger.querySettlement({ medOrgOrd: 'B1' })
    const again = await ledger.uploadFees(bill('B1'), { key: 'u1' })
    assert.ok(again.state === 'done' && again.proof === 'query' && again.repeated)
    assert.equal(again.answer.payOrdId, simulator.orders()[0]?.payOrdId)
    assert.equal(received.filter((type) => type === 'hos.upload.fee').length, 1)
  })
})

describe('a ledger that is opened again', () => {
  it('has what ran when its process died as unknown, and sends nothing again', async () => {
    const time = virtualTime()
    const simulator = createSimulator({ seed: 7, clock: time.clock, settings: { credentialCheck: 'off' } })
    const first = await openDesk({ time, simulator })
    simulator.faults.next('lost-answer', 'uploadFees')
    void first.ledger.uploadFees(bill('B1'), { key: 'u1' }).catch(() => {})
    await time.pass(1_000)
    await first.ledger.store.close()
    const desk = await openDesk({ store: first.store, time, simulator })
    const again = await desk.ledger.uploadFees(bill('B1'), { key: 'u1' })
    assert.ok(again.state === 'unknown')
    assert.equal(again.failure.code, 'OUTCOME_UNKNOWN')
    assert.deepEqual(desk.received, [])
    assert.equal((await desk.ledger.settle(again.id)).state, 'done')
    await time.pass(130_000)
  })
})
