import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BusinessError, createGivenNumbers, yuan } from '@nationec/protocol'
import { transportError } from '@nationec/transport'
import type { Books } from './books.ts'
import { placePayment, refundPayment, revokeBill, uploadBill } from './order-actions.ts'
import type { OrderClient } from './order-client.ts'

/** Notes what is learnt of orders; the client answers with what a test gives. */
function parts(client: Partial<OrderClient>) {
  const learnt: unknown[][] = []
  const learn: Books['learn'] = (...news) => {
    learnt.push(news)
    return undefined
  }
  return { learnt, client: client as OrderClient, books: { learn, given: createGivenNumbers() } }
}

const bill = { medOrgOrd: 'B1', medfeeSumamt: '128.50' }

describe('uploading a bill', () => {
  it('makes a pending order of it', async () => {
    const given = parts({ uploadFees: async () => ({ payOrdId: 'P1' }) })
    assert.deepEqual(await uploadBill(given, bill, {}), {
      status: 201,
      body: { payOrdId: 'P1' },
      references: { payOrdId: 'P1' },
    })
    assert.deepEqual(given.learnt, [[{ medOrgOrd: 'B1', total: '128.50', payOrdId: 'P1', status: 'pending' }]])
  })

  it('leaves its order unknown when the answer did not come, and says nothing of it otherwise', async () => {
    const failures = [
      [transportError('mock', 'TIMEOUT', { delivery: 'unknown' }), true],
      [new Error('foreign'), true],
      [transportError('mock', 'TIMEOUT', { delivery: 'not-sent' }), false],
      [new BusinessError({ responseCode: 1, responseMessage: '' }), false],
    ] as const
    for (const [failure, isOpen] of failures) {
      const given = parts({ uploadFees: () => Promise.reject(failure) })
      await assert.rejects(uploadBill(given, { medOrgOrd: 'B1', feeSumamt: '1.00' }, {}), (error) => error === failure)
      const unknown = [{ medOrgOrd: 'B1', total: '1.00', status: 'unknown' }, { isNew: true }]
      assert.deepEqual(given.learnt, isOpen ? [unknown] : [], failure.message)
    }
  })
})

describe('revoking a bill', () => {
  it('believes the withdrawal unless the answer denies it', async () => {
    for (const success of [undefined, 'true', 'false']) {
      const given = parts({ revokeFees: async () => ({ success }) })
      assert.deepEqual(await revokeBill(given, { payOrdId: 'P1' }, {}), { status: 200, body: { success } })
      const revoked = [{ payOrdId: 'P1', status: 'revoked' }, { knownOnly: true }]
      assert.deepEqual(given.learnt, success === 'false' ? [] : [revoked])
    }
  })
})

describe('placing a payment', () => {
  it('takes the state of the answer as that of the order', async () => {
    const amounts = { total: yuan('1'), fund: yuan('0'), account: yuan('0'), cash: yuan('1') }
    const settled = { status: 'settled', ordStas: '6', amounts, body: { payOrdId: 'P1' } } as const
    const given = parts({ placeOrder: async () => settled as never })
    const { body } = await placePayment(given, { payOrdId: 'P1' }, {})
    assert.deepEqual(body, { payOrdId: 'P1', status: 'settled', ordStas: '6', amounts })
    assert.deepEqual(given.learnt, [[{ payOrdId: 'P1', status: 'settled', ordStas: '6', amounts }]])
  })
})

describe('refunding a payment', () => {
  const refund = (refStatus: string) => refundPayment(parts({ refund: async () => ({ refStatus }) }), {}, {})

  it('is done only when the answer says so', async () => {
    assert.deepEqual(await refund('SUCC'), {
      status: 200,
      body: { refStatus: 'SUCC' },
      references: {},
      uncertain: undefined,
    })
  })

  it('is refused for FAIL, and open for EXP', async () => {
    await assert.rejects(refund('FAIL'), { code: 'REFUND_FAILED', delivery: 'answered' })
    const { uncertain } = await refund('EXP')
    assert.ok(uncertain instanceof Error && 'delivery' in uncertain)
    assert.equal(uncertain.delivery, 'unknown')
  })
})
