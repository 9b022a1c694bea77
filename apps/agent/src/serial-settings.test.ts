// @everyday none
import assert from 'node:assert/strict'
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { ORG_ID } from './fixtures/desk.ts'
import { inFolder, run, start } from './fixtures/program.ts'
import { expose, makeKeyFolders } from './fixtures/serial-keys.ts'

const SERIAL = ['--transport', 'serial', '--serial-port', '/dev/nothing', '--org-id', ORG_ID]

describe('the keys of the serial link', () => {
  it('are named by their folder; what is wrong with a file is told with its name, the rule and what to do', () =>
    inFolder(async (folder) => {
      const { till } = makeKeyFolders(folder)
      const secret = readFileSync(join(till, 'link.private.pem'), 'utf8').split('\n')[1] ?? ''
      const start = [...SERIAL, '--serial-keys', till, '--data', folder]
      renameSync(join(till, 'signing.private.pem'), join(till, 'aside'))
      copyFileSync(join(till, 'link.private.pem'), join(till, 'peer', 'link.public.pem'))
      copyFileSync(join(till, 'signing.public.pem'), join(till, 'peer', 'signing.public.pem'))
      const first = await run(start)
      assert.equal(first.code, 5)
      assert.match(first.stderr, /serialKeys\/signing\.private\.pem: is missing.*nationec keys/)
      assert.match(first.stderr, /serialKeys\/peer\/link\.public\.pem: holds no SM2 public key/)
      assert.match(first.stderr, /serialKeys\/signing\.private\.pem：文件不存在或无法读取/)
      renameSync(join(till, 'aside'), join(till, 'signing.private.pem'))
      const second = await run(start)
      assert.match(second.stderr, /serialKeys\/peer\/signing\.public\.pem: is a key of this side itself/)
      writeFileSync(join(till, 'link.private.pem'), `-----BEGIN PRIVATE KEY-----\n${secret}\n`)
      const third = await run(start)
      assert.match(third.stderr, /serialKeys\/link\.private\.pem: holds no SM2 private key/)
      for (const { stdout, stderr } of [first, second, third]) assert.ok(!(stdout + stderr).includes(secret))
    }))

  it('stand in no setting, whichever way they are tried, and are shown nowhere', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nS3cr3tS3cr3t\n-----END PRIVATE KEY-----'
    const tried = [
      await run([...SERIAL, '--serial', JSON.stringify({ keys: { link: 'S3cr3tS3cr3t' } })]),
      await run([...SERIAL, '--serial', JSON.stringify({ privateKey: pem, binding: 'S3cr3tS3cr3t' })]),
      await run([...SERIAL, '--serial-keys', pem]),
      await run([...SERIAL, '--serial-keys', pem, '--explain']),
      await run(SERIAL, { NATIONEC_SERIAL_KEYS: pem }),
    ]
    for (const { code, stdout, stderr } of tried) {
      assert.equal(code, 5)
      assert.match(stderr, /SETTING_INVALID/)
      assert.ok(!(stdout + stderr).includes('S3cr3t'), stderr)
    }
    assert.match(tried[0]?.stderr ?? '', /--serial keys: must not stand in a setting.*serialKeys/)
    assert.match(tried[1]?.stderr ?? '', /--serial binding：取值不符合要求/)
    assert.match(tried[4]?.stderr ?? '', /NATIONEC_SERIAL_KEYS: must be/)
  })

  it('must be there for a serial line; --explain shows the folder and no address’s password', async () => {
    const missing = await run(['--transport', 'serial'])
    assert.match(missing.stderr, /--org-id: must be given.*--serial-port: must be given.*--serial-keys: must be given/)
    const url = 'http://user:S3cr3t@10.0.0.8/local'
    const { stdout } = await run([...SERIAL, '--serial-keys', 'folder', '--url', url, '--explain'])
    for (const line of [
      'serialKeys = folder (flag)',
      'serialBaud = 115200 (default)',
      'url = http://***@10.0.0.8/local',
    ]) {
      assert.ok(stdout.includes(line), stdout)
    }
    assert.ok(!stdout.includes('S3cr3t'))
  })

  it('that others can read are told of', { skip: process.platform === 'win32' && 'rights are other ones there' }, () =>
    inFolder(async (folder) => {
      const { till } = makeKeyFolders(folder)
      expose(join(till, 'link.private.pem'))
      await using running = await start(...SERIAL, '--serial-keys', till, '--data', folder)
      assert.match(running.stderr(), /other users can read.*link\.private\.pem.*chmod 600/)
      assert.doesNotMatch(running.stderr(), /signing\.private\.pem/)
      const asked = await running.call('POST', '/v1/orders/query', { medOrgOrd: 'x' })
      assert.deepEqual([asked.status, asked.json.delivery], [503, 'not-sent'])
    }),
  )
})
