import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { messages, type Shape } from '@nationec/protocol'
import fc from 'fast-check'
import { maskLine } from './mask-line.ts'
import { showKnown } from './show-known.ts'

const runs = { numRuns: 300, seed: 20_261_124 }
const MARK = '暗记'
const marked = fc.string().map((text) => `${MARK}${text}`)
const names = [
  ...new Set(Object.values(messages).flatMap(({ request, response }) => [...namesOf(request), ...namesOf(response)])),
]

function namesOf(shape: Shape): string[] {
  return Object.entries(shape).flatMap(([name, field]) => [name, ...namesOf(field.shape ?? {})])
}

describe('a masked line', () => {
  it('shows no value that a field does not allow, however the JSON is wrapped', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        marked,
        fc.array(tie('value')),
        tie('object'),
        tie('object').map((inner) => JSON.stringify(inner)),
      ),
      object: fc.dictionary(fc.constantFrom(...names, MARK), tie('value')),
    }))
    fc.assert(
      fc.property(value, fc.constantFrom('', '12:00 INFO sent '), (body, before) => {
        assert.ok(!maskLine(`${before}${JSON.stringify([body])} done`).includes(MARK))
      }),
      runs,
    )
  })

  it('is made of any text, and of a cut one, without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), fc.nat(200), (text, cut) => {
        assert.equal(typeof maskLine(text), 'string')
        assert.equal(typeof maskLine(text.slice(0, cut)), 'string')
      }),
      runs,
    )
  })
})

describe('what a recording shows', () => {
  it('is chosen by field and form', () => {
    const shown = [
      ['transType', 'ec.query'],
      ['code', '0'],
      ['orgId', 'H33010200001'],
      ['medfeeSumamt', '150.52'],
      ['payOrdId', 'ORD330100202611231015000000001'],
      ['medOrgOrd', '20261123101500ABCDEFGHJKMNPQRS0000H33010200001'],
      ['insutype', '310'],
      ['refStatus', 'SUCC'],
    ] as const
    for (const [name, value] of shown) assert.equal(showKnown(value, ['data', name]), value, name)
    const hidden = [
      ['transType', '330102199001011234'],
      ['payOrdId', '张三'],
      ['medfeeSumamt', '330102199001011234'],
      ['insutype', '张三'],
      ['idNo', '330102199001011234'],
      ['userName', '张三'],
      ['ecToken', '0'],
      ['diagName', '感冒'],
      ['message', 'ok'],
      ['nobodyKnows', '1'],
      ['constructor', '1'],
    ] as const
    for (const [name, value] of hidden) assert.equal(showKnown(value, ['data', name]), '***', name)
    assert.equal(showKnown('text', []), '***')
  })
})
