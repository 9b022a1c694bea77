// @everyday none
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { behaviours, hostileServer } from '../../fixtures/hostile-server.ts'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec, run } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { OPERATOR, openTill } from '../../fixtures/till.ts'

const bill = JSON.parse(
  readFileSync(new URL('../../../../../examples/outpatient-5-lines.json', import.meta.url), 'utf8'),
)

describe('the five interfaces as commands', () => {
  it('take a bill from the credential to a refund', async () => {
    await using till = await openTill()
    using folder = temporaryFolder()
    const { ecToken = '', ...person } = await till.person()
    const file = folder.write('bill.json', { ...bill, ...person, ecToken, medOrgOrd: undefined })

    const uploaded = await till.command(['upload', '--file', file, '--json', '--trace', folder.in('upload.tape')])
    assert.equal(uploaded.code, 0, uploaded.stderr)
    const { body, references } = documentOf('answer', uploaded.stdout)
    assert.match(uploaded.stderr, new RegExp(`^medOrgOrd: ${references.medOrgOrd}$`, 'm'), 'told before it was sent')
    const tape = readFileSync(folder.in('upload.tape'), 'utf8')
    assert.ok(tape.includes(body.payOrdId) && tape.includes('"medfeeSumamt":"150.52"'))
    for (const secret of [ecToken, body.payToken, person['userName'], person['idNo']])
      assert.ok(!tape.includes(secret ?? '-'))

    const order = ['--field', `payOrdId=${body.payOrdId}`, '--field-env', 'payToken=PAY_TOKEN']
    const withToken = { PAY_TOKEN: body.payToken }
    const queried = documentOf(
      'answer',
      (await till.command(['query', ...order, '--json'], undefined, withToken)).stdout,
    )
    assert.deepEqual([queried.status, queried.amounts.total], ['settled', '150.52'])

    const shown = await till.command(['query', '--field', `medOrgOrd=${references.medOrgOrd}`])
    assert.match(shown.stdout, /settled 结算完成/)
    assert.match(shown.stdout, /revsToken +授权冲正令牌 +\*\*\*/)

    const revoked = await till.command(['revoke', '--file', '-', ...order, '--json'], person, withToken)
    assert.equal(revoked.code, 1, 'a settled order is refunded, not revoked')
    assert.equal(documentOf('failure', revoked.stdout).error.code, 'BUSINESS_REFUSED')

    const amounts = ['--field', 'totlRefdAmt=1', '--field', 'cashRefdAmt=1.00', '--field', 'refdType=CASH']
    const refund = ['refund', '--file', '-', '--field', `payOrdId=${body.payOrdId}`, ...amounts, '--json']
    const refunded = await till.command(refund, { ecToken })
    assert.equal(refunded.code, 0, refunded.stdout)
    const { references: refundedAs } = documentOf('answer', refunded.stdout)
    assert.match(refunded.stderr, new RegExp(`^appRefdSn: ${refundedAs.appRefdSn}$`, 'm'))
  })

  it('take from the answer of the command before what they need, as docs/cli.md shows', async () => {
    await using till = await openTill()
    using folder = temporaryFolder()
    const operator = folder.write('operator.json', OPERATOR)
    const file = folder.write('bill.json', { ...bill, medOrgOrd: undefined })
    const credential = await till.command(['credential', '--file', operator, '--json'])
    const person = folder.write('person.json', JSON.parse(credential.stdout))
    const uploaded = await till.command(['upload', '--file', file, '--answer', person, '--json'])
    assert.equal(uploaded.code, 0, uploaded.stdout)
    const order = folder.write('order.json', JSON.parse(uploaded.stdout))
    const queried = await till.command(['query', '--answer', order, '--json'])
    assert.deepEqual([queried.code, documentOf('answer', queried.stdout).status], [0, 'settled'])
    const refund = ['--field', 'totlRefdAmt=1.00', '--field', 'cashRefdAmt=1.00', '--field', 'refdType=CASH']
    const token = { TOKEN: documentOf('answer', credential.stdout).body.ecToken }
    const refunded = await till.command(
      ['refund', '--answer', order, '--field-env', 'ecToken=TOKEN', ...refund],
      undefined,
      token,
    )
    assert.equal(refunded.code, 0, refunded.stderr)
  })

  it('take each other through pipes, and from several answers', async () => {
    await using till = await openTill('--set', 'patient=manual')
    using folder = temporaryFolder()
    const credential = await till.command(['credential', '--json'], OPERATOR)
    const person = folder.write('person.json', JSON.parse(credential.stdout))
    const file = folder.write('bill.json', { ...bill, medOrgOrd: undefined })
    const uploaded = await till.command(
      ['upload', '--file', file, '--answer', '-', '--json'],
      JSON.parse(credential.stdout),
    )
    assert.equal(uploaded.code, 0, uploaded.stdout)
    const order = JSON.parse(uploaded.stdout)
    const queried = await till.command(['query', '--answer', '-', '--json'], order)
    assert.deepEqual([queried.code, documentOf('answer', queried.stdout).status], [0, 'pending'])
    const again = await till.command(['call', '6301', '--answer', '-', '--json'], order)
    assert.equal(documentOf('answer', again.stdout).body.payOrdId, order.body.payOrdId)
    const revoked = await till.command(['revoke', '--answer', person, '--answer', '-', '--json'], order)
    assert.equal(revoked.code, 0, revoked.stdout)
  })

  it('take no extension and no number that must be new from an answer', async () => {
    await using server = await hostileServer(behaviours.success)
    using folder = temporaryFolder()
    const env = { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: server.url }
    const body = { authNo: 'A1', outBizNo: 'OLD', extData: '{"a":1}' }
    const answer = folder.write('authorised.json', { body, references: { outBizNo: 'OLD' } })
    const args = ['call', 'cn.nhsa.auth.check', '--file', '-', '--answer', answer]
    const { stderr } = await run(args, { stdin: JSON.stringify(OPERATOR), env })
    const { data } = JSON.parse(server.seen[0] ?? stderr)
    assert.equal(data.authNo, 'A1')
    assert.notEqual(data.outBizNo, 'OLD')
    assert.equal(data.extData, undefined)
  })

  it('refuse answers that they cannot put together, without what stands in them', async () => {
    using folder = temporaryFolder()
    const [one, other] = ['甲', '乙'].map((name) =>
      folder.write(name, { body: { userName: `测试${name}` }, references: {} }),
    )
    const cases = [
      [
        ['revoke', '--answer', `${one}`, '--answer', `${other}`],
        /two answers differ in userName.*两份应答的 userName 不一致/s,
      ],
      [['revoke', '--answer', '-', '--answer', '-'], /stdin can be read once.*标准输入只能读取一次/s],
      [['upload', '--file', '-', '--answer', '-'], /stdin can be read once/],
      [['call', 'a.region.of.its.own', '--answer', `${one}`], /fields of this transType are not known.*字段未知/s],
      [['call', 'ec.query', '--raw', '--answer', `${one}`], /fields of this transType are not known/],
    ] as const
    for (const [args, expected] of cases) {
      const { code, stderr } = await run(args, { stdin: '{}' })
      assert.equal(code, 2, args.join(' '))
      assert.match(stderr, expected)
      assert.ok(!/甲|乙/.test(stderr))
    }
  })

  it('find an order by the failure of its upload, and refuse what is neither answer nor failure', async () => {
    await using till = await openTill('--faults', 'none,lost-answer')
    using folder = temporaryFolder()
    const person = await till.person()
    const lost = await till.command(['upload', '--json', '--deadline', '400'], { ...bill, ...person })
    assert.equal(lost.code, 3)
    const found = await till.command(['query', '--answer', folder.write('lost.json', JSON.parse(lost.stdout))])
    assert.equal(found.code, 0, found.stderr)
    const wrong = await till.command(['query', '--answer', folder.write('wrong.json', { payOrdId: 'ORD1' })])
    assert.equal(wrong.code, 2)
    assert.match(wrong.stderr, /--answer/)
  })

  it('end with 3 when the answer is lost, and say how the order is found', async () => {
    await using till = await openTill('--faults', 'none,lost-answer')
    const person = await till.person()
    const lost = await till.command(['upload', '--json', '--deadline', '400'], { ...bill, ...person })
    assert.equal(lost.code, 3)
    const { error, references } = documentOf('failure', lost.stdout)
    assert.deepEqual([error.code, error.delivery], ['TIMEOUT', 'unknown'])
    const found = await till.command(['query', '--field', `medOrgOrd=${references.medOrgOrd}`, '--json'])
    assert.equal(documentOf('answer', found.stdout).status, 'settled')
  })

  it('end with 4 when nobody is there, and for people say it on stderr alone', async () => {
    const env = { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: 'http://127.0.0.1:1/' }
    const { code, stdout, stderr } = await run(['query', '--field', 'medOrgOrd=1'], { env })
    assert.deepEqual([code, stdout], [4, ''])
    assert.match(stderr, /\[OPEN_FAILED\]/)
    assert.match(stderr, /delivery: not-sent/)
  })

  it('ask the simulator in this process if nothing else is said', async () => {
    const { code, stdout } = await run(['credential'], { stdin: JSON.stringify(OPERATOR) })
    assert.equal(code, 0)
    assert.match(stdout, /userName +姓名 +\*\*\*/)
    assert.ok(!stdout.includes('测试甲'), 'people see no person')
  })
})

describe('what goes into a command', () => {
  it('may be a file of a Chinese Windows, or of PowerShell 5.1', async () => {
    using folder = temporaryFolder()
    const text = JSON.stringify(OPERATOR)
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ])
    const { encodeGbk } = await import('../../output/gbk.ts')
    for (const bytes of [utf16, encodeGbk(text)]) {
      const { code, stderr } = await nationec('credential', '--json', '--file', folder.write('body.json', bytes))
      assert.equal(code, 0, stderr)
    }
  })

  it('is refused with 2 if it is no JSON object, or not there, and none of it is quoted', async () => {
    for (const stdin of ['', '{"userName":"张三"', '[1]', '"张三"']) {
      const { code, stdout, stderr } = await run(['credential'], { stdin })
      assert.deepEqual([code, stdout], [2, ''], stdin)
      assert.match(stderr, /INPUT_(?:MISSING|INVALID)/)
      assert.ok(!stderr.includes('张三'))
    }
    assert.equal((await nationec('credential', '--file', 'no such file')).code, 2)
  })

  it('is told by line and column where it is no JSON, in both languages', async () => {
    using folder = temporaryFolder()
    const broken = '{\n  "userName": "张三"\n  "idNo": "330102199001011234"\n}'
    const file = folder.write('张三.json', broken)
    for (const [args, what] of [
      [['credential', '--file', file], '--file'],
      [['query', '--answer', file], '--answer'],
      [['credential'], 'stdin'],
    ] as const) {
      const { code, stderr } = await run(args, { stdin: broken })
      assert.equal(code, 2)
      assert.ok(stderr.includes(`${what}: It is not JSON: line 3, column 3: a comma or } expected.`), stderr)
      assert.ok(stderr.includes(`${what}：内容不是 JSON：第 3 行第 3 列：此处应为逗号或 }。`), stderr)
      assert.ok(!/张三|330102/.test(stderr))
    }
  })

  it('never holds a person or a token on the command line', async () => {
    for (const field of ['userName=张三', 'ecToken=abc', 'payToken=abc', 'idNo=330102199001011234', 'diagName=感冒']) {
      const { code, stderr } = await nationec('call', 'ec.query', '--field', field)
      assert.equal(code, 2, field)
      assert.match(stderr, /SECRET_ON_COMMAND_LINE|no message has a field/)
      assert.ok(!stderr.includes(field.split('=')[1] ?? '-'))
    }
  })

  it('names fields that exist', async () => {
    for (const field of ['payOrdID=1', 'x', '=1', '张三=1']) {
      const { code, stderr } = await nationec('query', '--field', field)
      assert.equal(code, 2)
      assert.match(stderr, /INPUT_INVALID/)
      assert.ok(!stderr.includes('张三'))
      assert.equal(/did you mean `payOrdId`\?.*您是不是要写 `payOrdId`？/s.test(stderr), field.startsWith('payOrdID'))
    }
    const { code, stderr } = await nationec('query', '--field-env', 'payToken=NO_SUCH_VARIABLE')
    assert.equal(code, 2)
    assert.match(stderr, /INPUT_MISSING/)
  })

  it('is checked before anything is sent, every field at once', async () => {
    const { code, stdout } = await run(['refund', '--json'], { stdin: '{"payOrdId":"ORD1"}' })
    assert.equal(code, 2)
    const { error } = documentOf('failure', stdout)
    assert.equal(error.code, 'REQUEST_INVALID')
    assert.ok(error.issues.length > 1)
  })
})
