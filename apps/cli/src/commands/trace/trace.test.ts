// @everyday none
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec, run, serving } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { OPERATOR, openTill } from '../../fixtures/till.ts'

function credentialAt(url: string) {
  const env = { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: url }
  return run(['credential', '--json'], { env, stdin: JSON.stringify(OPERATOR) })
}

describe('nationec trace', () => {
  it('records what passes between a program and a terminal, and plays it back', {
    skip: process.platform === 'win32' && 'no signal ends a program gently there',
  }, async () => {
    await using till = await openTill()
    using folder = temporaryFolder()
    const tape = folder.in('morning.tape')
    const recorder = await serving(
      'trace',
      'record',
      '--out',
      tape,
      '--listen',
      '0',
      '--transport',
      'http',
      '--address',
      till.url,
    )
    const live = await credentialAt(recorder.url)
    assert.equal(live.code, 0, live.stderr)
    const { body } = documentOf('answer', live.stdout)
    await recorder.end()
    const recorded = readFileSync(tape, 'utf8')
    assert.match(recorded, /"transType":"ec.query"/)
    for (const secret of [body.userName, body.idNo, body.ecToken, OPERATOR.operatorName])
      assert.ok(!recorded.includes(secret))

    const player = await serving('trace', 'replay', tape, '--listen', '0')
    assert.equal(documentOf('answer', (await credentialAt(player.url)).stdout).body.insuOrg, body.insuOrg)
    const { code, stderr } = await player.ended()
    assert.equal(code, 0, stderr)

    const early = await serving('trace', 'replay', tape, '--listen', '0')
    const stopped = await early.end()
    assert.match(stopped.stderr, /REPLAY_NOT_DONE/)
  })

  it('takes everything personal out of logs and messages', async () => {
    const message = {
      transType: 'ec.query',
      orgId: 'H33010200001',
      data: JSON.stringify({
        userName: '张三',
        idNo: '330102199001011234',
        medfeeSumamt: '12.50',
        insutype: '310',
        what: '李四',
      }),
    }
    const log = [
      `12:00:01 INFO sent ${JSON.stringify(message)} to the terminal`,
      '12:00:02 WARN call back 13800138000, token 0a1b2c3d4e5f60718293a4b5c6d7e8f9',
      '12:00:03 INFO broken {"userName":"王五"',
    ].join('\n')
    const { code, stdout } = await run(['trace', 'mask'], { stdin: log })
    assert.equal(code, 0)
    for (const secret of ['张三', '李四', '王五', '330102199001011234', '13800138000', '0a1b2c3d4e5f']) {
      assert.ok(!stdout.includes(secret), secret)
    }
    for (const shown of ['ec.query', 'H33010200001', '12.50', '310', '12:00:02 WARN call back ***']) {
      assert.ok(stdout.includes(shown), shown)
    }
    using folder = temporaryFolder()
    const pretty = await nationec('trace', 'mask', folder.write('message.json', JSON.stringify(message, null, 2)))
    assert.equal(JSON.parse(pretty.stdout).transType, 'ec.query')
    assert.ok(!pretty.stdout.includes('张三'))
  })

  it('leaves no file behind of which nothing was recorded', async () => {
    using folder = temporaryFolder()
    await using till = await openTill()
    const tape = folder.in('none.tape')
    const busy = new URL(till.url).port
    const record = await nationec('trace', 'record', '--out', tape, '--listen', busy)
    assert.equal(record.code, 5, record.stderr)
    assert.match(record.stderr, /LISTEN_PORT_BUSY/)
    assert.equal((await run(['upload', '--trace', tape], { stdin: '{}' })).code, 2)
    assert.ok(!existsSync(tape))
  })

  it('refuses a tape that is none', async () => {
    using folder = temporaryFolder()
    const { code, stderr } = await nationec('trace', 'replay', folder.write('x.tape', '< {"a":"张三"}'))
    assert.equal(code, 2)
    assert.match(stderr, /TAPE_INVALID/)
    assert.ok(!stderr.includes('张三'))
  })
})
