import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hiddenTexts, hideTexts, maskText } from '@nationec/protocol/privacy'

describe('hiddenTexts', () => {
  it('are those that may not be shown, wherever they are', () => {
    const drugList = JSON.stringify([{ ITEMNAME: '维生素' }])
    const body = {
      userName: '李',
      psnName: '李四',
      insutype: '张三',
      medType: '11',
      deptName: '内科',
      insuplcAdmdvs: '330100',
      payToken: 'a1',
      what: 'abcde',
      other: 'abcdef',
      count: 1234567,
      drugList,
      extData: { deep: [['赵六']] },
    }
    const wanted = ['李四', '张三', '内科', 'a1', 'abcdef', '1234567', drugList, '维生素', '赵六']
    assert.deepEqual(hiddenTexts(body).sort(), wanted.sort())
  })

  it('of a deep body are found without an error', () => {
    let body: unknown = '张三'
    for (let depth = 0; depth < 20_000; depth += 1) body = [body]
    assert.deepEqual(hiddenTexts(body), ['张三'])
  })
})

describe('hideTexts', () => {
  it('takes the longest first, and finds a text as JSON writes it', () => {
    assert.equal(hideTexts('张三丰和张三', ['张三', '张三丰']), '***和***')
    assert.equal(hideTexts(JSON.stringify({ memo: '"甲"\n乙' }), ['"甲"\n乙']), '{"memo":"***"}')
    assert.equal(hideTexts('a b', ['a']), 'a b')
  })
})

describe('maskText', () => {
  it('masks given texts, numbers of persons and tokens, not numbers of orders', () => {
    const order = 'ORD330100202611231015000000001'
    assert.equal(
      maskText(`测试甲 330102199001011234 13800138000 0a1b2c3d4e5f60718293a4 ${order}`, ['测试甲']),
      `*** *** *** *** ${order}`,
    )
  })
})
