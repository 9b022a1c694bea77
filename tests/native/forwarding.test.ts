// @runtimes node
// @needs cc
import assert from 'node:assert/strict'
import { copyFileSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { buildTarget, ownTarget } from '../../native/build.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { type HostProcess, startHost } from './host-process.ts'
import { bodyOf, httpServer, type Listening, rawServer } from './simulator-server.ts'

const folder = temporaryFolder()
const ANSWER = '{"code":0,"message":"成功","data":{"userName":"张三"}}'

/** A host whose stand-in asks this server. */
const hostFor = (
  server: { url: string },
  mode = 'http',
  env: Readonly<Record<string, string>> = {},
): Promise<HostProcess> => startHost({ mode, env: { NATIONEC_SIMULATOR_URL: server.url, ...env } })

/** The returned text and OutData of one call. */
async function ask(server: { url: string }, input = '{}', mode?: string): Promise<[returned: string, out: string]> {
  await using host = await hostFor(server, mode)
  const { returned, out } = await host.call(input)
  return [returned.toString(), out.toString()]
}

describe('the stand-in and a simulator', () => {
  it('carries InData, strUrl and the answer', async () => {
    const seen: { method?: string; path?: string; headers: IncomingHttpHeaders; body: string }[] = []
    await using server = await httpServer(async (request, response) => {
      seen.push({
        ...(request.method === undefined ? {} : { method: request.method }),
        ...(request.url === undefined ? {} : { path: request.url }),
        ...{ headers: request.headers, body: await bodyOf(request) },
      })
      response.end(ANSWER)
    })
    await using host = await hostFor({ url: `${server.url}terminal?till=3` })
    const { returned, out } = await host.call('{"姓名":"𠮷"}', 'http://10.0.0.8:8080/localcfc/医保 a')
    assert.deepEqual([returned.toString(), out.toString()], ['0000', ANSWER])
    const [first] = seen
    assert.deepEqual([first?.method, first?.path, first?.body], ['POST', '/terminal?till=3', '{"姓名":"𠮷"}'])
    assert.equal(first?.headers['x-nationec-url'], `http://10.0.0.8:8080/localcfc/${encodeURI('医保 a')}`)
    assert.equal(first?.headers['content-type'], 'application/json; charset=utf-8')
    assert.equal(first?.headers.host, `127.0.0.1:${server.port}`)
  })

  it('carries 900K both ways', async () => {
    await using server = await httpServer(async (request, response) => response.end(await bodyOf(request)))
    await using host = await hostFor(server)
    const largest = Buffer.from(`${'医保'.repeat(153_599)}xxxxx`)
    assert.ok((await host.call(largest)).out.equals(largest))
  })

  it('returns what the simulator says instead of 0000, with its OutData', async () => {
    await using server = await httpServer((_, response) => {
      response.setHeader('X-NationEC-Return', encodeURIComponent('终端未连接 100%'))
      response.end(ANSWER)
    })
    assert.deepEqual(await ask(server), ['终端未连接 100%', ANSWER])
    await using host = await hostFor(server, 'gbk')
    const { returned, out } = await host.call('{}')
    const gbk = new TextDecoder('gbk')
    assert.deepEqual([gbk.decode(returned), gbk.decode(out)], ['终端未连接 100%', ANSWER])
  })

  it('leaves OutData alone if there is nothing to put in', async () => {
    await using silent = await httpServer((_, response) => {
      response.setHeader('X-NationEC-Return', 'E1')
      response.end()
    })
    await using host = await hostFor(silent)
    const { returned, flags } = await host.call('{}')
    assert.deepEqual([returned.toString(), flags], ['E1', ['OUT_UNCHANGED']])
    await using empty = await httpServer((_, response) => response.end())
    await using other = await hostFor(empty)
    assert.deepEqual((await other.call('{}')).flags, ['OUT_EMPTY'])
  })

  it('reads every way of sending a body', async () => {
    const bytes = Buffer.from(ANSWER)
    const half = bytes.subarray(0, 22)
    const rest = bytes.subarray(22)
    const chunk = (part: Buffer): Buffer =>
      Buffer.concat([Buffer.from(`${part.length.toString(16)};x=y\r\n`), part, Buffer.from('\r\n')])
    const ways: readonly (readonly (string | Buffer)[])[] = [
      ['HTTP/1.1 200 OK\r\ncontent-length: ', `${bytes.length}\r\n`, '\r\n', half, rest],
      ['HTTP/1.1 200 OK\r\nTRANSFER-ENCODING: chunked\r\n\r\n', chunk(half), chunk(rest), '0\r\n\r\n'],
      ['HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked \r\n\r\n', chunk(bytes), '0\r\n\r\n'],
      [`HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\nContent-Length: ${bytes.length} \r\n\r\n`, bytes],
      ['HTTP/1.0 200 OK\nServer: old\n\n', half, rest],
      ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n', bytes],
    ]
    for (const pieces of ways) {
      await using server = await rawServer(...pieces)
      assert.deepEqual(await ask(server), ['0000', ANSWER])
    }
  })

  it('sends again at the next call, whatever became of the last', async () => {
    let calls = 0
    await using server = await httpServer((_, response) => {
      calls += 1
      if (calls === 2) response.destroy()
      else response.end(String(calls))
    })
    await using host = await hostFor(server)
    assert.equal((await host.call('')).out.toString(), '1')
    assert.match((await host.call('')).returned.toString(), /^S005 /)
    assert.equal((await host.call('')).out.toString(), '3')
  })

  it('does its work before it breaks, if that is asked for', async () => {
    let calls = 0
    await using server = await httpServer((_, response) => {
      calls += 1
      response.end(ANSWER)
    })
    for (const [mode, done] of [
      ['crash', 0],
      ['crash-after', 1],
    ] as const) {
      await using host = await hostFor(server, mode)
      await host.answer('{}')
      assert.equal(calls, done)
    }
  })
})

describe('the stand-in without a right simulator', () => {
  const error = async (server: { url: string }, input?: string): Promise<string> => {
    await using host = await hostFor(server, 'http', { NATIONEC_SIMULATOR_TIMEOUT: '1' })
    const { returned, flags } = await host.call(input ?? '{}')
    assert.deepEqual(flags, ['OUT_UNCHANGED'])
    return returned.toString().slice(0, 4)
  }

  it('says that nobody listens', async () => {
    const server = await httpServer(() => {})
    await server[Symbol.asyncDispose]()
    assert.equal(await error(server), 'S001')
  })

  it('says that the simulator took too long', async () => {
    await using server: Listening = await httpServer(() => {})
    assert.equal(await error(server), 'S002')
  })

  it('talks to this machine only', async () => {
    for (const url of [
      ...[
        'http://10.0.0.8/',
        'http://example.com/',
        'https://127.0.0.1/',
        'http://127.0.0.1.example.com/',
        'ftp://127.0.0.1/',
      ],
      ...[
        'http://127.0.0.1:0/',
        'http://127.0.0.1:65536/',
        'http://127.0.0.1:x/',
        'http://127.0.0.1:+80/',
        'http://127.0.0.1:\r\n80/',
        'http://127.0.0/',
        'http://127.0.0.256/',
      ],
      ...[
        'http://localhost.example.com/',
        'http://127.0.0.1@10.0.0.8/',
        'http://127.0.0.1/a b',
        'http://[::2]/',
        'nonsense',
      ],
    ]) {
      assert.equal(await error({ url }), 'S003', url)
    }
  })

  it('finds this machine by all its names', async () => {
    await using server = await httpServer((_, response) => response.end('ok'))
    for (const host of ['127.0.0.1', 'localhost']) {
      assert.deepEqual(await ask({ url: `http://${host}:${server.port}` }), ['0000', 'ok'])
    }
    const six = await httpServer((_, response) => response.end('six'), '::1').catch(() => undefined)
    if (six === undefined) return
    await using also = six
    for (const host of ['[::1]', 'localhost']) {
      assert.deepEqual(await ask({ url: `http://${host}:${also.port}/` }), ['0000', 'six'])
    }
  })

  it('says what HTTP status came', async () => {
    await using server = await httpServer((_, response) => response.writeHead(503).end('busy'))
    assert.deepEqual(await ask(server), ['S004 the simulator answered HTTP 503', ''])
  })

  it('refuses an answer that is no HTTP, or is cut', async () => {
    for (const pieces of [
      [''],
      ['SSH-2.0-OpenSSH\r\n'],
      ['HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort'],
      ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
      ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab'],
      ['HTTP/1.1 200 OK\r\nX: '],
      [`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(20_000)}`],
    ]) {
      await using server = await rawServer(...pieces)
      assert.equal(await error(server), 'S005', pieces[0]?.slice(0, 60))
    }
  })

  it('refuses an answer whose length is in doubt', async () => {
    const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
    for (const answer of [
      ...['abc', '', '-1', '+5', '5 5', '5, 5', '0x5'].map(
        (length) => `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\nabcde`,
      ),
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 4\r\n\r\nabcde',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n',
      `${chunked}5\r\nabcdeXX\r\n0\r\n\r\n`,
      ...['0x5', '-5', '+5', ' 5', '5!', ''].map((size) => `${chunked}${size}\r\nabcde\r\n0\r\n\r\n`),
      ...['', '20', '2000', '-20', '99999999999'].map((status) => `HTTP/1.1 ${status} OK\r\n\r\nabcde`),
    ]) {
      await using server = await rawServer(answer)
      assert.equal(await error(server), 'S005', answer)
    }
  })

  it('refuses an answer that never begins, or chunks that are mostly about themselves', async () => {
    await using announcing = await rawServer('HTTP/1.1 100 Continue\r\n\r\n'.repeat(20_000))
    assert.equal(await error(announcing), 'S005')
    const chunk = `1;${'x'.repeat(60_000)}\r\na\r\n`
    await using wordy = await rawServer('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', chunk.repeat(700))
    assert.equal(await error(wordy), 'S006')
    await using vast = await rawServer(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'f'.repeat(40)}\r\na`)
    assert.equal(await error(vast), 'S006')
  })

  it('refuses an answer longer than OutData', async () => {
    for (const size of [921_600, 5_000_000]) {
      await using server = await httpServer((_, response) => response.end('x'.repeat(size)))
      assert.equal(await error(server), 'S006', String(size))
    }
  })

  it('refuses an InData that is not in the expected character set', async () => {
    await using host = await startHost({ mode: 'mirror,gbk-in' })
    const { returned } = await host.call(Buffer.from([0x41, 0x81]))
    // Windows replaces what it cannot read.
    if (process.platform !== 'win32') assert.match(returned.toString(), /^S008 /)
  })
})

describe('the settings of the stand-in', () => {
  it('come from the ini beside it, unless the environment says otherwise', async () => {
    const library = join(folder, 'NationECCode.so')
    copyFileSync(buildTarget(ownTarget).library, library)
    await using one = await httpServer((_, response) => response.end('one'))
    await using two = await httpServer((_, response) => response.end('two'))
    writeFileSync(
      join(folder, 'NationECCode.ini'),
      `# comment\n[simulator]\nurl=${one.url}\nmode =\nnonsense\n=\nx=y\n`,
    )
    await using fromIni = await startHost({ library, env: { NATIONEC_SIMULATOR_URL: '', NATIONEC_STANDIN_MODE: '' } })
    assert.equal((await fromIni.call('{}')).out.toString(), 'one')
    await using fromEnvironment = await startHost({ library, env: { NATIONEC_SIMULATOR_URL: two.url } })
    assert.equal((await fromEnvironment.call('{}')).out.toString(), 'two')
    // A line that is too long is cut, and what was cut off is no setting.
    const comment = `; ${'x'.repeat(509)}`
    writeFileSync(join(folder, 'NationECCode.ini'), `${comment}mode=wrong-return\n\uFEFFurl=${one.url}`)
    assert.equal((await fromIni.call('{}')).returned.toString(), '0000')
    // Read anew at every call.
    writeFileSync(join(folder, 'NationECCode.ini'), `url=${two.url}\n`)
    assert.equal((await fromIni.call('{}')).out.toString(), 'two')
  })

  it('limit a mode to one call, or to all from one on', async () => {
    await using host = await startHost({ mode: 'mirror,empty@2,wrong-return@4+' })
    const seen: string[] = []
    for (let call = 1; call <= 5; call += 1) {
      const { returned, out } = await host.call('x')
      seen.push(`${returned.toString().slice(0, 5)}:${out}`)
    }
    assert.deepEqual(seen, ['0000:x', '0000:', '0000:x', 'E1001:x', 'E1001:x'])
  })
})
