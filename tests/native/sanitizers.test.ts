// @runtimes node
// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { buildTarget, ownTarget } from '../../native/build.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { callFrame, KIND } from './frames.ts'
import { startHost } from './host-process.ts'
import { httpServer, rawServer } from './simulator-server.ts'

const FLAGS = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all', '-g', '-O1']
const folder = temporaryFolder()

/** Not every compiler brings the sanitizers' libraries. */
const works =
  spawnSync('cc', ['-fsanitize=address,undefined', '-x', 'c', '-', '-o', join(folder, 'trial')], {
    input: 'int main(void) { return 0; }',
  }).status === 0 && spawnSync(join(folder, 'trial')).status === 0

describe('under the address and undefined-behaviour sanitizers', { skip: works ? false : 'no sanitizers here' }, () => {
  it('host and stand-in do nothing wrong', async () => {
    const built = buildTarget(ownTarget, { out: join(folder, 'built'), extraFlags: FLAGS })
    await using server = await httpServer((_, response) => {
      response.setHeader('X-NationEC-Return', '%E7%BB%88%%zz')
      response.write('{"姓名":"')
      response.end(`${'医'.repeat(200_000)}"}`)
    })
    const modes = [
      ...[
        'echo',
        'mirror',
        'http',
        'http,gbk',
        'mirror,gb18030',
        'mirror,gbk-in',
        'echo,fill-921599',
        'mirror,partial',
      ],
      ...[
        'echo,print',
        'echo,wrong-return',
        'echo,null-return',
        'echo,long-return',
        'echo,number-return',
        'mirror,append',
      ],
      ...[
        'mirror,no-nul',
        'unterminated',
        'unchanged,echo',
        'empty,echo',
        'mirror,change-in',
        'mirror,return-out',
        'nonsense@x',
      ],
    ]
    for (const mode of modes) {
      // Leaks are not looked for: the host ends by _exit while everything is still in use.
      const env = { NATIONEC_SIMULATOR_URL: server.url, ASAN_OPTIONS: 'detect_leaks=0' }
      await using host = await startHost({
        program: built.host,
        library: built.library,
        mode,
        env,
        args: ['--show-prints'],
      })
      for (const input of ['', '{"姓名":"𠮷"}', '医'.repeat(100_000), 'x'.repeat(921_600)]) {
        const answer = await host.answer(input)
        assert.equal(answer.kind, KIND.RESULT, `${mode}: ${host.stderr}`)
      }
      host.write(callFrame(99, Buffer.alloc(5000, 'u'), Buffer.from('x')))
      assert.equal((await host.frame()).kind, KIND.REFUSED)
      assert.deepEqual(await host.close(), { code: 0, signal: null }, host.stderr)
      assert.doesNotMatch(host.stderr, /Sanitizer|runtime error/)
    }
  })

  it('the stand-in reads broken HTTP', async () => {
    const built = buildTarget(ownTarget, { out: join(folder, 'built'), extraFlags: FLAGS })
    const ok = 'HTTP/1.1 200 OK\r\n'
    for (const answer of [
      ...['', 'HTTP/1.1 ', 'HTTP/1.1 200', `${ok}\r`, `${ok}Content-Length: ${'9'.repeat(5000)}\r\n\r\nx`],
      ...[`${ok}Transfer-Encoding: chunked\r\n\r\n${'f'.repeat(5000)}\r\n`, `${ok}X-NationEC-Return: %\r\n\r\n`],
      ...[`${ok}X-NationEC-Return: ${'%E5%8C%BB'.repeat(400)}%E5\r\n\r\n\0\xff`, `${ok}${':\r\n'.repeat(30_000)}`],
    ]) {
      await using server = await rawServer(answer)
      const env = { NATIONEC_SIMULATOR_URL: server.url, ASAN_OPTIONS: 'detect_leaks=0' }
      await using host = await startHost({ program: built.host, library: built.library, mode: 'http,gbk', env })
      assert.equal((await host.answer('{}')).kind, KIND.RESULT, `${answer.slice(0, 60)}: ${host.stderr}`)
      assert.deepEqual(await host.close(), { code: 0, signal: null }, host.stderr)
    }
  })
})
