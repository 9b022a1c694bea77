import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  checkGiven,
  createGivenNumbers,
  feeUpload,
  hosFeeUpload,
  hosRefund,
  type Message,
  messages,
  refundOrder,
  settlementQuery,
} from '@nationec/protocol'

const refused = { code: 'ANSWER_INVALID', delivery: 'unknown' }

describe('a number of the centre', () => {
  it('is given for one number of ours, in both generations', () => {
    for (const [message, theirs, ours] of [
      [feeUpload, 'payOrdId', 'medOrgOrd'],
      [hosFeeUpload, 'payOrdId', 'medOrgOrd'],
      [refundOrder, 'refdSn', 'appRefdSn'],
      [hosRefund, 'refdSn', 'appRefdSn'],
    ] as const) {
      const given = createGivenNumbers()
      const exchange = (own: string, number: string) =>
        checkGiven(message, { request: { [ours]: own }, body: { [theirs]: number } }, given)
      exchange('A', '1')
      exchange('A', '1')
      exchange('A', '2')
      assert.throws(() => exchange('B', '1'), refused)
      assert.throws(() => exchange('B', '1'), refused)
      exchange('A', '1')
      exchange('B', '3')
    }
  })

  it('is learnt and checked in a query too, whichever side names it, and in JSON text', () => {
    const given = createGivenNumbers()
    checkGiven(settlementQuery, { request: { payOrdId: 'P1' }, body: '{"medOrgOrd":"B1"}' }, given)
    assert.equal(given.ownerOf('payOrdId', 'P1'), 'B1')
    assert.throws(
      () => checkGiven(settlementQuery, { request: '{"medOrgOrd":"B2"}', body: { payOrdId: 'P1' } }, given),
      (error: Error) => {
        assert.match(error.message, /data\.payOrdId: was given for another medOrgOrd/)
        assert.doesNotMatch(error.message, /P1|B1|B2/)
        return true
      },
    )
  })

  it('proves nothing where one of the two is missing', () => {
    const given = createGivenNumbers()
    for (const body of [{}, { payOrdId: '' }, { payOrdId: 'null' }, undefined, 'no JSON', []]) {
      checkGiven(feeUpload, { request: { medOrgOrd: 'B1' }, body }, given)
    }
    checkGiven(feeUpload, { request: {}, body: { payOrdId: 'P1' } }, given)
    checkGiven(feeUpload, { request: { medOrgOrd: 'B1' }, body: { payOrdId: 'P1' } }, given)
  })

  it('stays known while 100,000 newer ones have come', () => {
    const given = createGivenNumbers(3)
    for (const number of ['1', '2', '3', '1', '4']) given.learn('payOrdId', number, `bill ${number}`)
    given.learn('payOrdId', '4', 'another bill')
    assert.deepEqual(
      ['1', '2', '3', '4'].map((number) => given.ownerOf('payOrdId', number)),
      [undefined, 'bill 2', 'bill 3', 'bill 4'],
    )
    assert.equal(given.ownerOf('refdSn', '4'), undefined)
  })

  it('stands in the messages that say so', () => {
    const pairs = Object.values<Message>(messages).flatMap((message) => (message.pair === undefined ? [] : [message]))
    assert.equal(pairs.length, 8)
    for (const { name, pair, request, response } of pairs) {
      for (const field of Object.values(pair ?? {}))
        assert.ok(field in request || field in response, `${name} ${field}`)
    }
  })
})
