// @everyday none
import assert from 'node:assert/strict'
import { once } from 'node:events'
import process from 'node:process'
import { describe, it } from 'node:test'
import { behaviours, hostileServer } from '../../fixtures/hostile-server.ts'
import { documentOf } from '../../fixtures/published-schema.ts'
import { run, startNationec } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { OPERATOR } from '../../fixtures/till.ts'

const stdin = JSON.stringify(OPERATOR)

describe('nationec call', () => {
  it('checks what is described', async () => {
    const { code, stdout } = await run(['call', 'ec.query', '--json'], { stdin })
    assert.equal(code, 0)
    const { checked, body } = documentOf('answer', stdout)
    assert.deepEqual([checked, body.userName], [true, '测试甲'])
    const wrong = await run(['call', 'ec.query', '--json'], { stdin: '{"businessType":"1"}' })
    assert.equal(wrong.code, 2)
    assert.equal(documentOf('failure', wrong.stdout).error.code, 'REQUEST_INVALID')
  })

  it('sends anything else as it is', async () => {
    await using server = await hostileServer(behaviours.success)
    const around = { stdin: '{"what":"ever"}', env: { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: server.url } }
    const { code, stdout } = await run(['call', 'a.region.of.its.own', '--json'], around)
    assert.equal(code, 0)
    const { checked, body } = documentOf('answer', stdout)
    assert.deepEqual([checked, body], [false, { what: 'ever' }])
    assert.deepEqual(JSON.parse(server.seen[0] ?? '').data, { what: 'ever' })
    assert.equal((await run(['call', 'ec.query', '--raw'], around)).code, 0)
  })

  it('checks a token with a bare body, at an address that must be named', async () => {
    const body = { ecToken: 'T', idType: '01', idNo: '999999196202140011', userName: '测试甲' }
    const around = { stdin: JSON.stringify(body) }
    const url = ['--url', 'http://10.0.0.8/localcfc/api/hsecfc/localEcTokenCheck']
    const { code, stdout } = await run(['call', 'localEcTokenCheck', '--json', ...url], around)
    assert.equal(code, 0)
    assert.deepEqual(documentOf('answer', stdout).body, { flag: '0' }, 'a token that nothing has given out')
    await using server = await hostileServer(behaviours.refusal)
    const env = { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: server.url }
    assert.equal((await run(['call', 'localEcTokenCheck', ...url], { ...around, env })).code, 1)
    assert.deepEqual(JSON.parse(server.seen[0] ?? ''), body)
    const nowhere = await run(['call', 'localEcTokenCheck', '--json'], { ...around, env })
    assert.deepEqual([nowhere.code, documentOf('failure', nowhere.stdout).error.code], [2, 'REQUEST_INVALID'])
    assert.equal(server.seen.length, 1)
  })

  it('ends as its answer says', async () => {
    const codes = { refusal: 1, garbage: 3, returned: 3, cut: 3, forbidden: 4 } as const
    for (const [name, expected] of Object.entries(codes)) {
      await using server = await hostileServer(behaviours[name as keyof typeof codes])
      const env = { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: server.url }
      const { code, stdout } = await run(['call', 'ec.query', '--json'], { stdin, env })
      assert.equal(code, expected, name)
      assert.equal(documentOf('failure', stdout).exitCode, expected)
      assert.equal(server.seen.length, 1, 'sent once')
    }
  })

  it('is given up by Ctrl+C, and says what became of the request', {
    skip:
      (process.platform === 'win32' || 'Deno' in globalThis) &&
      'the parent cannot interrupt a child, or learns no code of it',
  }, async () => {
    await using server = await hostileServer(behaviours.silence)
    const child = startNationec('call', 'ec.query', '--json', '--transport', 'http', '--address', server.url)
    const ended = once(child, 'close')
    let stdout = ''
    child.stdout.on('data', (part) => {
      stdout += part
    })
    child.stdin.end(stdin)
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    child.kill('SIGINT')
    const [code] = await ended
    assert.equal(code, 3)
    assert.equal(documentOf('failure', stdout).error.code, 'ABORTED')
  })

  it('takes regional differences from a profile', async () => {
    using folder = temporaryFolder()
    await using server = await hostileServer(behaviours.refusal)
    const profile = folder.write('profile.json', {
      name: 'here',
      transTypes: { queryCredential: 'here.query' },
      requestData: 'json-text',
    })
    const env = { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: server.url }
    await run(['credential', '--profile', profile], { stdin, env })
    const { transType, data } = JSON.parse(server.seen[0] ?? '')
    assert.deepEqual([transType, typeof data], ['here.query', 'string'])
    const wrong = folder.write('wrong.json', { name: 'here', nothing: 1 })
    const { code, stderr } = await run(['credential', '--profile', wrong], { stdin })
    assert.equal(code, 5)
    assert.match(stderr, /\[SETTING_INVALID\]/)
  })

  it('does not go to another machine without protection, nor without an institution', async () => {
    const far = { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: 'http://10.0.0.8/' }
    const noInstitution = { NATIONEC_TRANSPORT: 'dll', NATIONEC_LIBRARY: 'x.dll' }
    for (const [env, expected] of [
      [far, /\[OPTION_INVALID\]/],
      [noInstitution, /\[SETTING_INVALID\]/],
      [{ NATIONEC_TRANSPORT: 'dll', NATIONEC_ORG_ID: 'H33010200001' }, /\[SETTING_INVALID\]/],
    ] as const) {
      const { code, stderr } = await run(['call', 'ec.query'], { stdin, env })
      assert.equal(code, 5)
      assert.match(stderr, expected)
    }
    const env = { ...noInstitution, NATIONEC_ORG_ID: 'H33010200001' }
    const { code, stderr } = await run(['call', 'ec.query'], { stdin, env })
    assert.equal(code, 5)
    assert.match(stderr, /LIBRARY_NOT_FOUND/)
  })

  it('leaves an older recording alone', async () => {
    using folder = temporaryFolder()
    const { code, stderr } = await run(['call', 'ec.query', '--trace', folder.write('old.tape', 'old')], { stdin })
    assert.equal(code, 5)
    assert.match(stderr, /FILE_EXISTS/)
  })
})
