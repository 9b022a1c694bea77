import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parsePush } from '@nationec/client/notifications'
import { ProtocolError } from '@nationec/protocol'
import fc from 'fast-check'

const push = {
  payOrdId: 'ORD330100202611231015000000001',
  callType: '02',
  medOrgOrd: 'M1',
  traceTime: '20261123101630',
  feeSumamt: '128.50',
  ownPayAmt: '28.50',
  psnAcctPay: '20.00',
  fundPay: '80.00',
  setlType: 'ALL',
  revsToken: 'R',
}

describe('a payment push', () => {
  it('is read with its amounts', () => {
    const { payOrdId, medOrgOrd, paid, state, amounts, body } = parsePush(JSON.stringify(push))
    assert.deepEqual([payOrdId, medOrgOrd, paid, state], [push.payOrdId, 'M1', true, undefined])
    assert.deepEqual(amounts, { total: '128.50', fund: '80.00', account: '20.00', cash: '28.50' })
    assert.deepEqual(body, push)
  })

  it('is read in both generations, and with numbers', () => {
    const { ownPayAmt, ...rest } = push
    const older = { ...rest, ownpayAmt: Number(ownPayAmt), feeSumamt: 128.5, ordStas: 6, hiDocSn: 'null' }
    const { amounts, state } = parsePush(JSON.stringify(older))
    assert.equal(amounts?.cash, '28.50')
    assert.equal(state?.status, 'settled')
  })

  it('proves nothing when its amounts disagree or lack a part', () => {
    assert.equal(parsePush(JSON.stringify({ ...push, fundPay: '80.01' })).amounts, undefined)
    assert.equal(parsePush(JSON.stringify({ payOrdId: 'ORD1' })).amounts, undefined)
    assert.equal(parsePush(JSON.stringify({ payOrdId: 'ORD1' })).paid, false)
    const { state } = parsePush(JSON.stringify({ ...push, ordStas: '6', fundPay: '80.01' }))
    assert.equal(state?.status, 'unrecognised')
  })

  it('with a part below zero, or with two amounts in cash, proves nothing', () => {
    const negative = { ...push, fundPay: '-80.00', ownPayAmt: '188.50' }
    assert.equal(parsePush(JSON.stringify(negative)).amounts, undefined)
    assert.throws(() => parsePush(JSON.stringify({ ...push, ownpayAmt: '0.00' })), { code: 'PUSH_INVALID' })
  })

  it('that was parsed by somebody else is refused with PUSH_INVALID, and the reason', () => {
    for (const parsed of [push, undefined, null, 5]) {
      assert.throws(() => parsePush(parsed as never), { code: 'PUSH_INVALID', message: /not a text/ })
    }
  })

  it('of any shape is read or refused with PUSH_INVALID, and never quoted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('{"payOrdId":"","userName":"张三"}')), (text) => {
        try {
          parsePush(text)
        } catch (error) {
          assert.ok(error instanceof ProtocolError && error.code === 'PUSH_INVALID', String(error))
          assert.doesNotMatch(error.message, /张三/)
        }
      }),
      { numRuns: 500, seed: 20261123 },
    )
  })

  it('is compared with the order that the hospital knows, by either number', () => {
    const alarmOf = (known: { payOrdId?: string; medOrgOrd?: string } | undefined) =>
      parsePush(JSON.stringify(push), {
        find(asked) {
          assert.deepEqual(asked, { payOrdId: push.payOrdId, medOrgOrd: push.medOrgOrd })
          return known
        },
      }).alarm
    assert.equal(alarmOf(undefined), 'order-unknown')
    assert.equal(alarmOf({ payOrdId: push.payOrdId, medOrgOrd: 'another bill' }), 'order-differs')
    assert.equal(alarmOf({ payOrdId: 'another order', medOrgOrd: push.medOrgOrd }), 'order-differs')
    assert.equal(alarmOf({ payOrdId: push.payOrdId, medOrgOrd: push.medOrgOrd }), undefined)
    assert.equal(alarmOf({ medOrgOrd: push.medOrgOrd }), undefined)
    assert.equal(parsePush(JSON.stringify(push)).alarm, undefined)
  })
})
