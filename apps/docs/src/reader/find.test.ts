// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SearchText } from '../finish/search-texts.ts'
import { find } from './find.ts'

const texts: readonly SearchText[] = [
  ['start.html#a', '快速上手', '退费', '患者退费之后再查询。'],
  ['refund.html', '退费', '', '按 payOrdId 退款。'],
  ['cli.html#b', '命令行', 'nationec refund', 'Refund an order: payOrdId, appRefdSn'],
]
const addresses = (asked: string) => find(texts, asked).map(({ text: [address] }) => address)

describe('a search', () => {
  it('finds Chinese as it is written, titles first', () => {
    assert.deepEqual(addresses('退费'), ['refund.html', 'start.html#a'])
    assert.deepEqual(addresses('费之后'), ['start.html#a'])
  })

  it('finds pieces of names in either case, and needs every word', () => {
    assert.deepEqual(addresses('REFUND'), ['cli.html#b'])
    assert.deepEqual(addresses('payordid 退款'), ['refund.html'])
    assert.deepEqual(addresses('refund 退款'), [])
    assert.deepEqual(addresses('  '), [])
  })

  it('shows what stands around', () => {
    assert.deepEqual(find(texts, '退款')[0]?.around, ['按 payOrdId ', '退款', '。'])
  })
})
