// @everyday none
import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import process from 'node:process'
import { describe, it } from 'node:test'
import { ABOUT, fakeAgent } from '../fixtures/fake-agent.ts'
import { pairedAgent } from '../fixtures/paired-agent.ts'
import { documentOf } from '../fixtures/published-schema.ts'
import { run } from '../fixtures/run-nationec.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { OPERATOR } from '../fixtures/till.ts'

const bill = JSON.parse(readFileSync(new URL('../../../../examples/outpatient-5-lines.json', import.meta.url), 'utf8'))
const TOKEN = 'T'.repeat(43)

/** Commands that go through an agent. */
function through(url: string, tokenFile: string, more: Readonly<Record<string, string>> = {}) {
  const env = {
    ...{ NATIONEC_TRANSPORT: 'agent', NATIONEC_AGENT: url, NATIONEC_AGENT_TOKEN_FILE: tokenFile },
    ...{ NATIONEC_ORG_ID: 'H33010200001', ...more },
  }
  return (args: readonly string[], body: unknown) =>
    run([...args, '--json'], { env, stdin: typeof body === 'string' ? body : JSON.stringify(body) })
}

describe('the way through a local agent', () => {
  it('takes a bill from the credential to a refund, and acts once for the same bill', async () => {
    using folder = temporaryFolder()
    await using agent = await pairedAgent(folder, { settings: ['--simulator', '{"patient":"pays at once"}'] })
    assert.equal(agent.code, 0)
    assert.equal(agent.stdout.trim(), agent.tokenFile)
    if (process.platform !== 'win32') assert.equal(statSync(agent.tokenFile).mode & 0o777, 0o600)
    const command = through(agent.url, agent.tokenFile)

    const { ecToken, idNo, idType, userName } = documentOf(
      'answer',
      (await command(['credential'], OPERATOR)).stdout,
    ).body
    const whole = { ...bill, ecToken, idNo, idType, userName, medOrgOrd: undefined }
    const uploaded = await command(['upload'], whole)
    assert.equal(uploaded.code, 0, uploaded.stdout)
    const { body, references } = documentOf('answer', uploaded.stdout)
    assert.match(uploaded.stderr, new RegExp(`^Idempotency-Key: uploadFees-${references.medOrgOrd}$`, 'm'))

    const { medOrgOrd } = references
    const again = documentOf('answer', (await command(['upload'], { ...whole, medOrgOrd })).stdout)
    assert.equal(again.body.payOrdId, body.payOrdId, 'the same bill is the same order')
    const changed = await command(['upload'], { ...whole, medOrgOrd, acctUsedFlag: '0' })
    assert.equal(changed.code, 2, changed.stdout)

    const queried = documentOf('answer', (await command(['query'], { medOrgOrd })).stdout)
    assert.deepEqual([queried.status, queried.amounts.total], ['settled', '150.52'])
    assert.ok(!('order' in queried.body) && !('operation' in body), 'what the agent knows is its own')

    const order = { payOrdId: body.payOrdId, payToken: body.payToken }
    const revoked = await command(['revoke'], { ...order, idNo, idType, userName })
    assert.equal(revoked.code, 1, 'a settled order is refunded, not revoked')
    assert.equal(documentOf('failure', revoked.stdout).error.code, 'BUSINESS_REFUSED')

    const amounts = { totlRefdAmt: '1.00', cashRefdAmt: '1.00', refdType: 'CASH' }
    const refunded = await command(['refund'], { payOrdId: body.payOrdId, ecToken, ...amounts })
    assert.equal(refunded.code, 0, refunded.stdout)
    const called = await command(['call', 'cn.nhsa.cert.get'], OPERATOR)
    assert.ok([0, 1].includes(called.code), called.stdout)
  })

  it('ends with 5 for an agent that does not know us or is another institution, before anything of a patient leaves', async () => {
    using folder = temporaryFolder()
    const token = folder.write('token', `${TOKEN}\n`)
    const touched: string[] = []
    const never = (response: ServerResponse): void => {
      touched.push('a request')
      response.end('{}')
    }
    for (const [expected, about] of [
      ['AGENT_NOT_PAIRED', { ...ABOUT, paired: false }],
      ['AGENT_OTHER_INSTITUTION', { ...ABOUT, orgId: 'H33010200002' }],
    ] as const) {
      await using agent = await fakeAgent(about, never)
      const { code, stdout } = await through(agent.url, token)(['credential'], OPERATOR)
      assert.equal(code, 5, stdout)
      assert.equal(documentOf('failure', stdout).error.code, expected)
    }
    await using other = await fakeAgent({ name: 'other' }, never)
    assert.equal((await through(other.url, token)(['credential'], OPERATOR)).code, 4)
    assert.equal((await through('http://127.0.0.1:1/', token)(['credential'], OPERATOR)).code, 4)
    assert.equal((await through('http://192.0.2.1/', token)(['credential'], OPERATOR)).code, 5)
    assert.equal((await through(other.url, folder.write('empty', '张三'))(['credential'], OPERATOR)).code, 5)
    assert.equal((await through(other.url, folder.in('none'))(['credential'], OPERATOR)).code, 5)
    assert.equal((await through(other.url, token, { NATIONEC_ORG_ID: '' })(['credential'], OPERATOR)).code, 5)
    assert.deepEqual(touched, [])
  })

  it('does not hand a bare body to an agent, which would put it into an envelope', async () => {
    using folder = temporaryFolder()
    const sent: string[] = []
    await using agent = await fakeAgent(ABOUT, (response, text) => {
      sent.push(text)
      response.end('{"code":0,"data":{"flag":"1"}}')
    })
    const body = { ecToken: 'T', idType: '01', idNo: '999999196202140011', userName: '测试甲' }
    const command = through(agent.url, folder.write('token', TOKEN))
    const { code, stdout } = await command(
      ['call', 'localEcTokenCheck', '--url', 'http://10.0.0.8/localEcTokenCheck'],
      body,
    )
    assert.equal(code, 4, stdout)
    assert.equal(documentOf('failure', stdout).error.delivery, 'not-sent')
    assert.deepEqual(sent, [])
  })

  it('hands on what the agent says became of a request, and takes silence for unknown', async () => {
    using folder = temporaryFolder()
    const token = folder.write('token', TOKEN)
    const problem =
      (status: number, code: string, delivery: string, layer = 'client') =>
      (response: ServerResponse): void => {
        response.writeHead(status, { 'Content-Type': 'application/problem+json' })
        const text = { en: 'En.', zh: '中。' }
        response.end(JSON.stringify({ code, delivery, layer, summary: text, advice: text, details: [text] }))
      }
    const cases: readonly (readonly [number, string, (response: ServerResponse) => void])[] = [
      [3, 'OUTCOME_UNKNOWN', problem(502, 'OUTCOME_UNKNOWN', 'unknown', 'host')],
      [3, 'OUTCOME_OPEN', problem(409, 'OUTCOME_OPEN', 'not-sent')],
      [3, 'TIMEOUT', problem(504, 'TIMEOUT', 'unknown', 'transport')],
      [4, 'AGENT_STOPPING', problem(503, 'AGENT_STOPPING', 'not-sent', 'host')],
      [5, 'TOKEN_INVALID', problem(401, 'TOKEN_INVALID', 'not-sent')],
      [2, 'KEY_REUSED', problem(422, 'KEY_REUSED', 'not-sent')],
      [3, 'NEVER_HEARD_OF', problem(500, 'NEVER_HEARD_OF', 'what?', 'nothing')],
      [3, 'SEND_FAILED', problem(500, '张三', 'not-sent')],
      [3, 'SEND_FAILED', (response) => void response.writeHead(500).end('<html>')],
      [3, 'SEND_FAILED', (response) => void response.end('[1]')],
      [3, 'SEND_FAILED', (response) => void response.socket?.destroy()],
      [3, 'ANSWER_INVALID', (response) => void response.end('{}')],
    ]
    for (const [expected, error, answer] of cases) {
      await using agent = await fakeAgent(ABOUT, answer)
      const { code, stdout } = await through(agent.url, token)(['upload'], { ...bill, medOrgOrd: undefined })
      const failure = documentOf('failure', stdout)
      assert.deepEqual([code, failure.error.code], [expected, error])
      assert.ok(failure.references.medOrgOrd.length > 10, 'the order can be found again')
      assert.ok(!stdout.includes('张三'))
    }
  })
})

describe('nationec agent pair', () => {
  it('leaves no file behind when it is not let in', async () => {
    using folder = temporaryFolder()
    const out = folder.in('token')
    const pair = (url: string, stdin: string) =>
      run(['agent', 'pair', '--agent', url, '--token-out', out, '--json'], { stdin })
    assert.equal((await pair('http://127.0.0.1:1/', '123456\n')).code, 4)
    await using silent = await fakeAgent(ABOUT, (response) => void response.end('{"pairingId":"x"}'))
    const without = await pair(silent.url, '')
    assert.deepEqual([without.code, documentOf('failure', without.stdout).error.code], [2, 'INPUT_MISSING'])
    await using refusing = await fakeAgent(ABOUT, (response) => {
      response.writeHead(422)
      response.end('{"code":"PAIRING_CODE_WRONG","layer":"client","delivery":"not-sent"}')
    })
    const wrong = await pair(refusing.url, '1\n')
    assert.deepEqual([wrong.code, documentOf('failure', wrong.stdout).error.code], [2, 'PAIRING_CODE_WRONG'])
    assert.ok(!existsSync(out))
    folder.write('token', '')
    assert.equal((await pair(silent.url, '1\n')).code, 5, 'nothing is overwritten')
  })
})
