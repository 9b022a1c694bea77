// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import type { LedgerOperation } from '@nationec/ledger'
import { BusinessError } from '@nationec/protocol'
import { exitCodeOf } from '../errors/exit-codes.ts'
import { failureDocument } from '../output/failure.ts'
import { shownKey } from './operation-note.ts'
import { answerOf } from './outcome.ts'

function operation(state: object): LedgerOperation {
  return { id: '1', key: 'k', payOrdId: 'ORD1', repeated: false, ...state } as LedgerOperation
}

function failureOf(state: object): unknown {
  try {
    answerOf(operation(state))
  } catch (error) {
    return error
  }
  return assert.fail('it gave an answer')
}

const refusal = JSON.parse(JSON.stringify(new BusinessError({ responseCode: 1, responseMessage: '余额不足' })))

describe('what an operation of the ledger is for a command', () => {
  it('is the answer when it was done, and the number when it is only known to be done', () => {
    assert.deepEqual(answerOf(operation({ state: 'done', proof: 'answer', answer: { payOrdId: 'ORD1' } })), {
      payOrdId: 'ORD1',
    })
    assert.deepEqual(answerOf(operation({ state: 'closed', outcome: 'done', proof: 'person' })), { payOrdId: 'ORD1' })
  })

  it('is the failure that was stored, with its exit code, and without the text of an answer', () => {
    const refused = failureOf({ state: 'refused', failure: { ...refusal, text: '{"name":"暗记"}' } })
    assert.equal(exitCodeOf(refused), 1)
    const { error } = failureDocument(refused)
    assert.deepEqual([error['code'], error['responseCode'], error['text']], ['BUSINESS_REFUSED', 1, undefined])
    const free = failureOf({
      state: 'free',
      failure: { ...refusal, code: 'OPEN_FAILED', delivery: 'not-sent', layer: 'transport' },
    })
    assert.equal(exitCodeOf(free), 4)
  })

  it('is unknown where the ledger knows no more, and refused where it was told not done', () => {
    for (const state of [{ state: 'running' }, { state: 'unknown', failure: { code: '', delivery: 'unknown' } }]) {
      const error = failureOf(state)
      assert.ok(isNationEcError(error, 'OUTCOME_STILL_OPEN'))
      assert.equal(exitCodeOf(error), 3)
    }
    assert.equal(exitCodeOf(failureOf({ state: 'closed', outcome: 'not-done', proof: 'query' })), 1)
  })

  it('shows a key that was made here, and nothing personal in one that was given', () => {
    const made = 'uploadFees-20261123101500ABCDEFGHJKMNPQRS0000H33010200001'
    for (const key of [made, '0d0f4a5e-58a5-4a32-9a5c-6c1a6d2b8f11', 'bill-4711']) assert.equal(shownKey(key), key)
    for (const key of ['bill-330102199001011234', 'uploadFees-330102199001011234', '13800138000'])
      assert.ok(!/330102199001011234|13800138000/.test(shownKey(key)), key)
  })
})
