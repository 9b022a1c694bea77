import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  decodePushBody,
  feeRevoke,
  feeUpload,
  hosFeeUpload,
  hosSettlementQuery,
  judgeAnswer,
  type Message,
  orderState,
  placeOrder,
  refundOrder,
  settlementQuery,
} from '@nationec/protocol'

const settled = {
  ...{ payOrdId: 'ORD1', medOrgOrd: 'B1', ordStas: '6' },
  ...{ feeSumamt: '128.50', fundPay: '80.00', psnAcctPay: '20.00', ownPayAmt: '28.50' },
}

const read = (message: Message, data: unknown) =>
  judgeAnswer(message, JSON.stringify({ code: 0, data })) as Readonly<Record<string, unknown>> & {
    readonly unreadFields?: readonly { readonly path: string; readonly rule: string }[]
  }

describe('a side field that cannot be read', () => {
  const order = { payOrdId: 'ORD1', payToken: 'T1' }

  it('takes no key of the order with it, in both generations', () => {
    for (const extData of ['-', 'a text', [], [1], 5, '[]', { result: 'none' }, { result: [{ amt: '1.2345' }] }]) {
      const { unreadFields, ...body } = read(hosFeeUpload, { ...order, extData })
      assert.deepEqual(body, order, JSON.stringify(extData))
      assert.match(unreadFields?.[0]?.path ?? '', /^data\.extData/)
    }
    for (const [message, given] of [
      [settlementQuery, settled],
      [hosSettlementQuery, settled],
      [placeOrder, settled],
      [refundOrder, { refdSn: 'R1', refStatus: 'SUCC' }],
    ] as const) {
      const side = message === refundOrder ? { hiTrnsDate: {} } : { deposit: '1.2345', hospPartAmt: {} }
      const { unreadFields, ...body } = read(message, { ...given, ...side })
      assert.deepEqual(body, given, message.name)
      assert.deepEqual(
        unreadFields?.map(({ path }) => path).sort(),
        Object.keys(side)
          .map((name) => `data.${name}`)
          .sort(),
      )
    }
    assert.deepEqual(read(feeUpload, order), order)
  })

  it('is named by path and rule, and never by its value', () => {
    const { unreadFields } = read(placeOrder, { ...settled, extData: '张三的结算' })
    assert.deepEqual(unreadFields, [
      { path: 'data.extData', rule: 'type', text: { en: 'must be an object', zh: '扩展参数须为对象' } },
    ])
  })

  it('counts towards the total all the same, so that what it leaves open is never shown as paid', () => {
    const body = judgeAnswer(settlementQuery, JSON.stringify({ code: 0, data: { ...settled, othFeeAmt: '0.1234' } }))
    assert.deepEqual(orderState(body), { status: 'unrecognised', ordStas: '6', reason: 'amounts-disagree' })
    const other = judgeAnswer(settlementQuery, JSON.stringify({ code: 0, data: { ...settled, deposit: '0.1234' } }))
    assert.equal(orderState(other).status, 'settled')
  })

  it('is set aside in a push too', () => {
    const { unreadFields, ...body } = decodePushBody(
      JSON.stringify({ ...settled, callType: '02', hospPartAmt: '1.2345' }),
    )
    assert.deepEqual(body, { ...settled, callType: '02' })
    assert.equal(unreadFields?.[0]?.path, 'hospPartAmt')
  })
})

describe('a key or a required field that cannot be read', () => {
  it('is refused, whatever else the answer holds', () => {
    for (const [message, data, path] of [
      [settlementQuery, { ...settled, fundPay: '80.0001', deposit: '-' }, 'data.fundPay'],
      [settlementQuery, { ...settled, ownpayAmt: '1.00' }, 'data.ownpayAmt'],
      [settlementQuery, { ...settled, ordStas: {} }, 'data.ordStas'],
      [settlementQuery, { ...settled, medOrgOrd: [] }, 'data.medOrgOrd'],
      [feeUpload, { payOrdId: 'ORD1', extData: '-' }, 'data.payToken'],
      [refundOrder, { refStatus: 'SUCC', refdSn: {} }, 'data.refdSn'],
      [feeRevoke, { success: {} }, 'data.success'],
    ] as const) {
      assert.throws(
        () => read(message, data),
        (error: Error & { issues?: readonly { readonly path: string }[] }) => {
          assert.deepEqual(
            error.issues?.map((issue) => issue.path),
            [path],
          )
          return true
        },
      )
    }
    assert.throws(() => decodePushBody(JSON.stringify({ ...settled, feeSumamt: '1.2345' })), { code: 'PUSH_INVALID' })
  })
})
