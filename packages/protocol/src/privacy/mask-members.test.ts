import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BusinessError } from '@nationec/protocol'
import { maskMembers } from '@nationec/protocol/privacy'

describe('maskMembers', () => {
  it('shows what a program says of itself', () => {
    const members = { route: '/v1/orders/{payOrdId}', status: 200, ms: 1.5, outcome: 'done', ok: true, none: null }
    assert.deepEqual(maskMembers(members), { ...members, route: '/v1/orders/{***}' })
    const payOrdId = 'ORD330100202611231015000000001'
    assert.deepEqual(maskMembers({ push: { outcome: 'repeated', payOrdId } }), {
      push: { outcome: 'repeated', payOrdId },
    })
  })

  it('judges fields by their value, and hides other text that is not ASCII', () => {
    const members = { transType: '330102199001011234', insutype: '张三', what: '李四', 王五: 1, at: '13800138000' }
    assert.deepEqual(maskMembers(members), { transType: '***', insutype: '***', what: '***', '***': 1, at: '***' })
    assert.deepEqual(maskMembers({ transType: '6201', insutype: '310' }), { transType: '6201', insutype: '310' })
  })

  it('hides secrets and persons under any spelling, with all they hold', () => {
    const members = { headers: { Authorization: 'Bearer x' }, user_name: 'li', idno: [1], payToken: { a: 'b' } }
    assert.deepEqual(maskMembers(members), {
      headers: { Authorization: '***' },
      user_name: '***',
      idno: '***',
      payToken: '***',
    })
  })

  it('masks messages in texts', () => {
    const data = JSON.stringify({ userName: 'Li Si', insutype: '310' })
    assert.deepEqual(maskMembers({ note: `sent ${data}`, data, insutype: data }), {
      note: 'sent {"userName":"***","insutype":"310"}',
      data: '{"userName":"***","insutype":"310"}',
      insutype: '{"userName":"***","insutype":"310"}',
    })
  })

  it('tells of an error of ours its texts, of another one its kind', () => {
    const { error } = maskMembers({ error: new BusinessError({ responseCode: 7, responseMessage: '电话13800138000' }) })
    const text = JSON.stringify(error)
    assert.ok(text.includes('BUSINESS_REFUSED') && text.includes('终端或医保移动支付中心拒绝了该请求'), text)
    assert.ok(!text.includes('13800138000'), text)
    const foreign = Object.assign(new TypeError('张三'), { toJSON: () => ({ told: '张三' }) })
    assert.deepEqual(Object.keys(maskMembers({ error: foreign })['error'] as object), ['type', 'at'])
    assert.ok(!JSON.stringify(maskMembers({ error: foreign })).includes('张三'))
  })
})
