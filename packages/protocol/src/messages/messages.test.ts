import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { codeTables, type Field, type Message, messages, type Shape } from '@nationec/protocol'

/** Every field of a shape and of the shapes inside it, with its path. */
function* fieldsOf(
  shape: Shape,
  path: string,
): Generator<{ path: string; name: string; field: Field; siblings: Shape }> {
  for (const [name, field] of Object.entries(shape)) {
    yield { path: `${path}.${name}`, name, field, siblings: shape }
    if (field.shape !== undefined) yield* fieldsOf(field.shape, `${path}.${name}`)
  }
}

const all: readonly Message[] = Object.values(messages)
const everyField = all.flatMap((message) => [
  ...fieldsOf(message.request, `${message.name} request`),
  ...fieldsOf(message.response, `${message.name} response`),
])

describe('messages', () => {
  it('stand in the registry under their own names', () => {
    for (const [name, message] of Object.entries<Message>(messages)) assert.equal(message.name, name)
    assert.equal(all.length, 19)
  })

  it('have as many fields as the public sources show', () => {
    const counts = all.map(({ name, request, response }) => [
      name,
      Object.keys(request).length,
      Object.keys(response).length,
    ])
    assert.deepEqual(
      new Map(counts.map(([name, asked, answered]) => [name, `${asked}/${answered}`])),
      new Map([
        ['6201', '70/4'],
        ['6202', '10/13'],
        ['6203', '11/6'],
        ['6301', '8/24'],
        ['6302', '0/21'],
        ['6401', '7/2'],
        ['ec.query', '8/14'],
        ['cn.nhsa.qrcode.get', '6/14'],
        ['cn.nhsa.ec.auth', '8/3'],
        ['cn.nhsa.auth.check', '9/22'],
        ['cn.nhsa.cert.get', '6/14'],
        ['cn.nhsa.settle.notify', '29/2'],
        ['localEcTokenCheck', '4/1'],
        ['hos.query.insu', '9/4'],
        ['hos.upload.fee', '55/3'],
        ['hos.query', '9/24'],
        ['hos.push', '0/18'],
        ['hos.revoke.order', '8/2'],
        ['hos.refund.setl', '11/6'],
      ]),
    )
    const listed = everyField.filter(({ field }) => field.kind === 'list')
    const lists = new Map(listed.map(({ path, field }) => [path, Object.keys(field.shape ?? {}).length]))
    assert.equal(lists.get('6201 request.feedetailList'), 38)
    assert.equal(lists.get('6201 request.diseinfoList'), 9)
    assert.equal(lists.get('hos.upload.fee request.rxList'), 37)
  })

  it('carry a Chinese name and an evidence on every field', () => {
    for (const { path, field } of everyField) {
      assert.match(field.title, /\p{Script=Han}/u, path)
      assert.ok(['confirmed', 'single source', 'assumption'].includes(field.evidence), path)
      if (['text', 'code', 'json'].includes(field.kind)) assert.ok((field.length ?? 0) > 0, path)
    }
  })

  it('name only code tables that exist', () => {
    for (const { path, field } of everyField) {
      if (field.table !== undefined) assert.ok(codeTables.has(field.table), `${path} names ${field.table}`)
    }
  })

  it('accept no alias that is a field of its own', () => {
    for (const { path, field, siblings } of everyField) {
      for (const alias of field.aliases ?? []) assert.equal(alias in siblings, false, `${path} alias ${alias}`)
    }
  })

  it('mark what names a person, opens something or tells of health', () => {
    const personal =
      /^(idNo|certno|userName|psnName|psn_name|psnNo|psn_no|brdy|birthday|email|gender|gend|operatorName|doctorName|opter|empName|psnNum)$|[dD]r(Cert)?N(ame|o)$|^bilgDr|^ordersDr|^diseDor/
    const secret =
      /^(ecToken|payToken|payAuthNo|revsToken|authNo|ecQrCode|ecIndexNo|ecCode|authkey|bindauthcode|uldLatlnt|latlnt)$/
    const health =
      /^(dise(Codg|Name|DetlCodg|DetlName)|diag(Code|Name)|cond(Codg|Name)|mainCondDscr|medList(Codg|Name|Spc)|itemName|itemNo|drugList|ITEMNAME|ITEM_NO)$/
    for (const { path, name, field } of everyField) {
      if (field.shape !== undefined) continue
      if (personal.test(name) || secret.test(name) || health.test(name)) assert.ok(field.sensitive, path)
      if (/[tT]oken$|^authNo$|^payAuthNo$/.test(name)) assert.equal(field.sensitive, 'token', path)
    }
  })

  it('that move money, or tell what became of it, are bound to their answers by every number and amount of theirs', () => {
    const bound = Object.fromEntries(all.flatMap(({ name, echoes }) => (echoes === undefined ? [] : [[name, echoes]])))
    const refund = ['payOrdId', 'appRefdSn', 'totlRefdAmt', 'psnAcctRefdAmt', 'fundRefdAmt', 'cashRefdAmt']
    assert.deepEqual(bound, {
      '6201': ['medOrgOrd', 'orgCodg', 'chrgBchno', 'medfeeSumamt'],
      '6202': ['payOrdId', 'orgCodg', 'orgBizSer', 'chrgBchno'],
      '6203': refund,
      '6301': ['payOrdId', 'medOrgOrd', 'orgCodg'],
      '6401': ['payOrdId', 'orgCodg'],
      'hos.upload.fee': ['medOrgOrd', 'orgCodg', 'chrgBchno', 'feeSumamt'],
      'hos.refund.setl': refund,
      'hos.query': ['payOrdId', 'medOrgOrd', 'orgCodg'],
      'hos.revoke.order': ['payOrdId', 'orgCodg'],
      'cn.nhsa.ec.auth': ['outBizNo'],
      'cn.nhsa.settle.notify': ['outBizNo'],
    })
    for (const { name, echoes = [], request } of all) {
      for (const field of echoes) assert.ok(field in request, `${name} ${field}`)
    }
  })

  it('say which of them move money', () => {
    assert.deepEqual(
      all
        .filter(({ moves }) => moves === 'money')
        .map(({ name }) => name)
        .sort(),
      ['6201', '6202', '6203', '6401', 'hos.refund.setl', 'hos.revoke.order', 'hos.upload.fee'],
    )
  })
})
