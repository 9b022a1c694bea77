// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../fixtures/published-schema.ts'
import { nationec, run } from '../fixtures/run-nationec.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { OPERATOR } from '../fixtures/till.ts'

describe('a file that cannot be read', () => {
  it('is told with the reason and the option, without its path', async () => {
    using folder = temporaryFolder()
    const message = folder.write('message', 'x')
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['credential', '--file', folder.in('张三.json')], /There is no such file.*\n.*文件不存在/],
      [
        ['crypto', 'sign', '--file', message, '--private-key-file', folder.in('张三.pem')],
        /--private-key-file: There is no such file/,
      ],
      [
        ['crypto', 'verify', '--signature', '00', '--file', message, '--public-key-file', folder.in('张三')],
        /--public-key-file: There/,
      ],
      [['keys', '--show', '--folder', folder.in('张三')], /link.public.pem: There is no such file/],
      [['trace', 'mask', folder.path], /It is a folder|may not read it/],
    ]
    for (const [args, expected] of cases) {
      const { code, stderr } = await nationec(...args)
      assert.equal(code, 2, stderr)
      assert.match(stderr, expected)
      assert.ok(!stderr.includes('张三'))
    }
  })

  it('is a wrong setting when a setting names it', async () => {
    using folder = temporaryFolder()
    const [broken, none] = [folder.write('broken.json', '{"userName":"张三"'), folder.in('none')]
    const real = ['--org-id', 'H33010200001']
    for (const [args, setting] of [
      [['--profile', broken], 'profile: must name a file with a JSON object'],
      [['--profile', none], 'profile: must name a file with a JSON object'],
      [
        ['--transport', 'serial', '--serial-port', 'x', '--serial-keys', none, ...real],
        'serialKeys/link.private.pem: is missing',
      ],
      [['--transport', 'agent', '--agent-token-file', none, ...real], 'agentTokenFile: must name a file'],
      [['--transport', 'agent', ...real], '--agent-token-file: must be given'],
    ] as const) {
      const { code, stdout } = await run(['credential', '--json', ...args], { stdin: JSON.stringify(OPERATOR) })
      assert.equal(code, 5, stdout)
      const { error } = documentOf('failure', stdout)
      assert.equal(error.code, 'SETTING_INVALID')
      assert.ok(error.details[0].en.includes(setting), stdout)
      assert.ok(!stdout.includes('张三'))
    }
  })
})
