// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nationec } from '../fixtures/run-nationec.ts'

describe('a command line that is wrong', () => {
  it('is told without what was typed in the wrong place', async () => {
    const lines = [
      ['张三'],
      ['query', '张三'],
      ['query', '--idNo=330102199001011234'],
      ['query', '--330102199001011234'],
      ['demo', '--seed', '330102199001011234x'],
      ['completion', '张三'],
      ['crypto', '张三'],
      ['query', '--transport', '330102199001011234'],
      ['query', '--transport=张三'],
    ]
    for (const args of lines) {
      const { code, stdout, stderr } = await nationec(...args)
      // What a setting may be is told for flag, variable and file alike.
      const isSetting = args.some((word) => word.startsWith('--transport'))
      assert.deepEqual([code, stdout], [isSetting ? 5 : 2, ''], args.join(' '))
      assert.match(stderr, isSetting ? /\[SETTING_INVALID\][\s\S]*--transport/ : /\[USAGE\]/)
      assert.ok(!/张三|330102199001011234/.test(stderr), stderr)
    }
  })

  it('names the option or the command that is misspelt', async () => {
    assert.match((await nationec('qeury')).stderr, /unknown command 'qeury'/)
    assert.match((await nationec('query', '--feild', 'x')).stderr, /unknown option '--feild'/)
    assert.match((await nationec('demo', '--seed', 'x')).stderr, /--seed <number>' is invalid/)
    assert.match((await nationec('simulate', 'dll')).stderr, /--out <folder>/)
  })

  it('offers the command or the option that is meant, in both languages', async () => {
    const lines: readonly (readonly [string, string, string])[] = [
      [
        'uplaod',
        "unknown command 'uplaod' (did you mean `upload`?).",
        '没有该命令 uplaod（您是不是要写 `upload`？）。',
      ],
      ['crypto sgin', 'did you mean `sign`?', '您是不是要写 `sign`？'],
      [
        'query --fiel x',
        "unknown option '--fiel' (did you mean `--file` or `--field`?).",
        '您是不是要写 `--file` 或 `--field`？',
      ],
      [
        'query --orgID=X',
        'unknown option (?) (did you mean `--org-id`?).',
        '没有该选项（您是不是要写 `--org-id`？）。',
      ],
      ['simulate dll --out x --targte y', 'did you mean `--target`?', '您是不是要写 `--target`？'],
    ]
    for (const [words, en, zh] of lines) {
      const { code, stderr } = await nationec(...words.split(' '))
      assert.equal(code, 2, words)
      assert.ok(stderr.includes(en) && stderr.includes(zh), stderr)
    }
    assert.doesNotMatch((await nationec('query', '--330102199001011234')).stderr, /did you mean|您是不是要写/)
  })

  it('says in Chinese, too, what is wrong', async () => {
    const lines: readonly (readonly [string, RegExp])[] = [
      ['qeury', /没有该命令 qeury（您是不是要写 `query`？）。/],
      ['query --feild x', /没有该选项 --feild（您是不是要写 `--field`？）。/],
      ['call', /缺少参数 transType。/],
      ['sn --count', /选项缺少取值 --count <number>。/],
      ['keys', /须给出选项 --folder <folder>。/],
      ['sn 1', /参数过多 sn。/],
      ['sn --count x', /取值无效 --count <number>，须为非负整数。/],
      ['completion tcsh', /取值无效 shell，须为 bash、zsh、fish、powershell 之一。/],
      ['simulate --http --serial-port x', /选项不能同时使用 --http --serial-port <path>。/],
      ['simulate --port 65536', /取值无效 --port <number>，须为 0 至 65535 的端口号。/],
      ['trace replay x --listen 70000', /取值无效 --listen <number>，须为 0 至 65535 的端口号。/],
      ['simulate --push nowhere', /取值无效 --push <url>，须为 http 或 https 地址。/],
    ]
    const ended = await Promise.all(lines.map(([words]) => nationec(...words.split(' '))))
    for (const [index, { code, stderr }] of ended.entries()) {
      const [words, expected] = lines[index] ?? []
      assert.equal(code, 2, words)
      assert.match(stderr.split('\n')[1] ?? '', expected ?? /./, words)
    }
  })
})
