// @runtimes node
// @needs cc
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { buildTarget, canBuild, ownTarget } from '../../native/build.mjs'
import { bodyOf, httpServer } from './simulator-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()
const example = (name: string): string => fileURLToPath(new URL(`../../native/examples/${name}`, import.meta.url))
const REQUEST = '{"orgId":"H33010200001","transType":"ec.query","data":{"operatorName":"收费员𠮷"}}'

/** Runs a caller with the request on its input. Not spawnSync: the simulator answers from this process. */
async function call(command: string, args: readonly string[], library: string, simulator: string, mode = 'http') {
  const child = spawn(command, [...args, library, 'http://10.0.0.8/localQrCodeQuery'], {
    env: { ...process.env, NATIONEC_SIMULATOR_URL: simulator, NATIONEC_STANDIN_MODE: mode },
  })
  let out = ''
  let returned = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    returned += text
  })
  child.stdin.end(REQUEST)
  const [code] = await once(child, 'close')
  return { code, out, returned: returned.trim() }
}

/** What every caller must get right against a simulator and against a failing library. */
function suite(command: () => [string, string[]], library: () => string): void {
  it('gets the answer, Chinese text whole', async () => {
    await using server = await httpServer(async (request, response) => {
      response.end(`{"code":0,"url":"${request.headers['x-nationec-url']}","data":${await bodyOf(request)}}`)
    })
    const { code, out, returned } = await call(...command(), library(), server.url)
    assert.deepEqual([code, returned], [0, '0000'])
    assert.deepEqual(JSON.parse(out), { code: 0, url: 'http://10.0.0.8/localQrCodeQuery', data: JSON.parse(REQUEST) })
  })

  it('gets the largest answer, and an error text', async () => {
    const large = await call(...command(), library(), '', 'echo,fill-921599')
    assert.deepEqual([large.code, Buffer.byteLength(large.out)], [0, 921_599])
    const wrong = await call(...command(), library(), '', 'mirror,wrong-return')
    assert.deepEqual(wrong, { code: 1, out: REQUEST, returned: 'E1001 终端未连接' })
  })
}

/** Compiles the C caller. */
function compileCaller(name: string, flags: readonly string[]): string {
  const output = join(folder, name)
  const { status, stderr } = spawnSync(
    'cc',
    ['-Wall', '-Wextra', '-Werror', ...flags, example('caller.c'), '-o', output, '-ldl'],
    { encoding: 'utf8' },
  )
  assert.equal(status, 0, stderr)
  return output
}

describe('the caller in C', () => {
  let program = ''
  before(() => {
    program = compileCaller('caller', [])
  })
  suite(
    () => [program, []],
    () => buildTarget(ownTarget).library,
  )
})

const no32 = ownTarget === 'linux-x64' && canBuild('linux-ia32') ? false : 'no 32-bit compiler'
describe('the caller in C with 32 bits', { skip: no32 }, () => {
  let program = ''
  before(() => {
    program = compileCaller('caller32', ['-m32'])
  })
  suite(
    () => [program, []],
    () => buildTarget('linux-ia32').library,
  )
})

const noPython = spawnSync('python3', ['--version']).status === 0 ? false : 'no python3'
describe('the caller in Python', { skip: noPython }, () => {
  suite(
    () => ['python3', [example('caller.py')]],
    () => buildTarget(ownTarget).library,
  )
})
