// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { placeOrder } from '@nationec/protocol'
import { bodyTable } from './body-table.ts'

describe('the table of a body', () => {
  it('lists the side fields that could not be read by their names', () => {
    const unreadFields = [{ path: 'data.extData', rule: 'type', text: { en: 'must be an object', zh: '须为对象' } }]
    const shown = bodyTable({ payOrdId: 'ORD1', unreadFields }, placeOrder.response)
    assert.match(shown, /^unreadFields +无法读取的字段 +data\.extData$/m)
    assert.doesNotMatch(bodyTable({ payOrdId: 'ORD1' }, placeOrder.response), /unreadFields/)
  })
})
