import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { displayRule, maskJson, maskMessage, showKnown, showName } from '@nationec/protocol/privacy'

const ID_NUMBER = '330102199001011234'

describe('showKnown', () => {
  const shown = [
    ['transType', 'ec.query'],
    ['code', '0'],
    ['success', 'true'],
    ['orgId', 'H33010200001'],
    ['insuOrg', '330100'],
    ['medfeeSumamt', '150.52'],
    ['psnAcctPay', '-3'],
    ['cnt', '1.5'],
    ['feeOcurTime', '2026-11-23 10:15:00'],
    ['payOrdId', 'ORD330100202611231015000000001'],
    ['medOrgOrd', '20261123101500ABCDEFGHJKMNPQRS0000H33010200001'],
    ['insutype', '310'],
    ['refStatus', 'SUCC'],
  ] as const
  for (const [name, value] of shown) {
    it(`shows ${value} in ${name}`, () => assert.equal(showKnown(value, ['data', name]), value))
  }

  const hidden = [
    // A value of a person in a field of codes, amounts, numbers or times.
    ['transType', ID_NUMBER],
    ['code', ID_NUMBER],
    ['orgId', ID_NUMBER],
    ['payOrdId', '张三'],
    ['medfeeSumamt', ID_NUMBER],
    ['medfeeSumamt', '330102900101123'],
    ['medfeeSumamt', '13800138000'],
    ['cnt', '13800138000'],
    ['feeOcurTime', '20261323'],
    ['insutype', '张三'],
    ['insutype', '999'],
    ['success', '张三'],
    ['insuOrg', '浙江省杭州市'],
    // Fields of a person, of health, of free text, of no message.
    ['idNo', ID_NUMBER],
    ['userName', '张三'],
    ['gender', '1'],
    ['ecToken', '0'],
    ['diagName', '感冒'],
    ['matnType', '1'],
    ['message', 'ok'],
    ['deptName', '内科'],
    ['nobodyKnows', '1'],
    ['constructor', '1'],
    ['__proto__', '1'],
  ] as const
  for (const [name, value] of hidden) {
    it(`hides ${value} in ${name}`, () => assert.equal(showKnown(value, ['data', name]), '***'))
  }

  it('hides a text without a name', () => {
    assert.equal(showKnown('310', []), '***')
  })
})

describe('showName', () => {
  it('shows names of fields and hides what may be a person', () => {
    for (const name of ['userName', 'ITEM_NO', 'fund_pay_type', 'x']) assert.equal(showName(name), name)
    for (const name of ['张三', ID_NUMBER, 'zhang san', 'a0b1c2d3e4f5a6b7c8d9e0', ''])
      assert.equal(showName(name), '***')
  })
})

describe('displayRule', () => {
  it('is made from the field table', () => {
    assert.deepEqual(displayRule('insutype'), { forms: ['code'], tables: ['insutype'] })
    assert.deepEqual(displayRule('medfeeSumamt'), { forms: ['amount'], tables: [] })
    assert.deepEqual(displayRule('diseName'), { forms: [], tables: [], hidden: 'health' })
    assert.deepEqual(displayRule('deptName'), { forms: [], tables: [], hidden: 'text' })
    assert.deepEqual(displayRule('constructor'), { forms: [], tables: [], hidden: 'unknown' })
  })
})

describe('maskMessage', () => {
  it('masks values and keys, in JSON inside a string too, and keeps everything else to the letter', () => {
    const data = '{ "userName":"张三","insutype":"310","cnt":1.50,"张三":1,"list":[{"idNo":null}] }'
    assert.equal(
      maskMessage(JSON.stringify({ transType: '6201', data })),
      JSON.stringify({
        transType: '6201',
        data: '{ "userName":"***","insutype":"310","cnt":1.50,"***":"***","list":[{"idNo":null}] }',
      }),
    )
  })

  it('hides a text that is not JSON as a whole', () => {
    assert.equal(maskMessage('患者张三'), '***')
    assert.equal(maskJson('患者张三'), undefined)
  })
})
