import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { messages, type Shape } from '@nationec/protocol'
import { maskLog } from '@nationec/protocol/privacy'
import fc from 'fast-check'

const runs = { numRuns: 100, seed: 20_261_124 }
const MARK = '暗记'
const marked = fc.string().map((text) => `${MARK}${text}`)
const names = [
  ...new Set(Object.values(messages).flatMap(({ request, response }) => [...namesOf(request), ...namesOf(response)])),
]

function namesOf(shape: Shape): string[] {
  return Object.entries(shape).flatMap(([name, field]) => [name, ...namesOf(field.shape ?? {})])
}

const TIME = '2026-11-23 10:15:00.123'
const ID_NUMBER = '330102199001011234'

/** What stands in logs, and what is left of it. */
const cases: readonly (readonly [what: string, text: string, masked: string])[] = [
  ['JSON', 'sent {"userName":"张三","insutype":"310"} ok', 'sent {"userName":"***","insutype":"310"} ok'],
  [
    'JSON over several lines',
    `${TIME} INFO 请求\n{\n  "transType": "6201",\n  "data": {\n    "userName": "张三",\n    "list": [\n      "李四"\n    ]\n  }\n}\n${TIME} INFO done`,
    `${TIME} INFO 请求\n{"transType":"6201","data":{"userName":"***","list":["***"]}}\n${TIME} INFO done`,
  ],
  ['two messages in a line', '{"idNo":"1"} -> {"code":0}', '{"idNo":"***"} -> {"code":0}'],
  ['a list of texts', 'read ["张三","330100"]', 'read ["***","***"]'],
  [
    'JSON that was cut',
    'broken {"userName":"王五","insutype":"310","dep',
    'broken {"userName":***,"insutype":"310",***',
  ],
  [
    'a line of indented JSON whose start is missing',
    '    "userName" : "张三",\n    "insutype" : "310",\n    "region" : "杭州"',
    '    "userName" : ***,\n    "insutype" : "310",\n    "region" : ***',
  ],
  ['escaped JSON', 'body="{\\"userName\\":\\"张三\\"}"', 'body="{\\"userName\\":***}"'],
  [
    'a printed map',
    `${TIME} INFO {userName=张三, payToken=A1b2, insutype=310, addr=浙江省, 杭州市, setlTime=2026-11-23 10:15:00}`,
    `${TIME} INFO {userName=***, payToken=***, insutype=310, addr=***,***, setlTime=2026-11-23 10:15:00}`,
  ],
  ['maps in a map', '{data={list=[{idNo=1}, {what=x}]}, code=0}', '{data={list=[{idNo=***}, {what=***}]}, code=0}'],
  ['a map over several lines', 'got {userName=张三,\n payToken=A1b2}', 'got {userName=***,\n payToken=***}'],
  ['a printed object', 'Person(userName=张三, city=杭州, x)', 'Person(userName=***, city=***,***)'],
  ['a printed list', 'names [张三, 李四]', 'names [***,***]'],
  [
    'a record of a card reader',
    `330100|${ID_NUMBER}|A12345678|张三|0081544C9F|1.00|20100101||`,
    '***|***|***|***|***|***|***||',
  ],
  ['a record behind words', `${TIME} INFO 读卡成功：330100|张 三|1`, `${TIME} INFO 读卡成功：***|***|***`],
  ['a record with blanks', '330100 | 张三 | 男', '***|***|***'],
  ['a record of a Chinese interface', '0^张三^330100^310', '***^***^***^***'],
  ['the layout of a logger', `${TIME} | INFO | main | started`, `${TIME} | INFO | main | started`],
  ['names and values', 'userName=张三 insutype=310 cost=35', 'userName=*** insutype=310 cost=35'],
  ['other spellings', 'user_name=lisi PSNNAME: wang, id_no=1', 'user_name=*** PSNNAME: ***, id_no=***'],
  ['a query', 'GET /x?idNo=A1&page=2&city=%E6', 'GET /x?idNo=***&page=2&city=%E6'],
  ['an unknown name', 'patient=张三, next', 'patient=***, next'],
  ['a known code and more', 'insutype: 310 张三', 'insutype: 310 ***'],
  ['Chinese labels', '患者姓名：张三，状态：成功', '患者姓名：***，状态：成功'],
  ['XML', '<userName>张三</userName><insutype>310</insutype>', '<userName>***</userName><insutype>310</insutype>'],
  ['a header', 'Authorization: Bearer abc', 'Authorization: ***'],
  ['a sentence', 'call back 13800138000, number 330102199001011234', 'call back ***, number ***'],
  [
    'a thread and a place',
    `[${TIME}] [http-8080-1] [c.h.Pay] started in 35 ms`,
    `[${TIME}] [http-8080-1] [c.h.Pay] started in 35 ms`,
  ],
  ['a path', 'POST /v1/orders (200) http://127.0.0.1:33910/', 'POST /v1/orders (200) http://127.0.0.1:33910/'],
]

describe('a masked log', () => {
  for (const [what, text, masked] of cases) it(`holds: ${what}`, () => assert.equal(maskLog(text), masked))

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
      fc.property(value, fc.constantFrom('', '12:00 INFO sent '), fc.constantFrom(0, 2), (body, before, indent) => {
        assert.ok(!maskLog(`${before}${JSON.stringify([body], null, indent)} done`).includes(MARK))
      }),
      runs,
    )
  })

  it('is made of any text, and of a cut one, without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), fc.nat(200), (text, cut) => {
        assert.equal(typeof maskLog(text), 'string')
        assert.equal(typeof maskLog(text.slice(0, cut)), 'string')
      }),
      runs,
    )
  })

  it('is made in time that grows with the text, whatever brackets stand in it', () => {
    for (const part of ['[', '{', '{"a":', '[1,', '(a=', ')', '[(', 'a=', '"a":', '|', '^', '<a>', '：', 'a b ']) {
      assert.equal(typeof maskLog(part.repeat(30_000)), 'string')
    }
  })
})
