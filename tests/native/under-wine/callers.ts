/** The callers in C and Pascal with the stand-in DLL under wine: run together with scenario.ts. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { bodyOf, httpServer } from '../simulator-server.ts'
import { bits, built, compiler, folder, otherBuilt, rootPath, windowsPath, wine } from './wine.ts'

const example = (name: string): string => fileURLToPath(new URL(`../../../native/examples/${name}`, import.meta.url))
const URL_OF_CALL = 'http://10.0.0.8/localQrCodeQuery'

/** A program beside the DLL. */
function beside(name: string): string {
  const place = join(folder, name)
  mkdirSync(place)
  copyFileSync(built.library, join(place, 'NationECCode.dll'))
  return join(place, `${name}.exe`)
}

async function run(program: string, args: readonly string[], simulator: string, input = '') {
  const child = spawn(wine, [rootPath(program), ...args], {
    env: { ...process.env, NATIONEC_SIMULATOR_URL: simulator, NATIONEC_STANDIN_MODE: 'http' },
  })
  const parts: Buffer[] = []
  let stderr = ''
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, out: Buffer.concat(parts).toString(), stderr: stderr.trim() }
}

describe(`${bits}-bit Windows programs and the stand-in DLL`, () => {
  it('in C', async () => {
    const program = beside('caller-c')
    const { status, stderr } = spawnSync(
      compiler,
      ['-Wall', '-Wextra', '-Werror', example('caller.c'), '-o', program],
      {
        encoding: 'utf8',
      },
    )
    assert.equal(status, 0, stderr)
    await using server = await httpServer(async (request, response) => response.end(await bodyOf(request)))
    const library = windowsPath(join(folder, 'caller-c', 'NationECCode.dll'))
    const request = '{"姓名":"张三"}\n'
    assert.deepEqual(await run(program, [library, URL_OF_CALL], server.url, request), {
      code: 0,
      out: request,
      stderr: '0000',
    })
    const refused = await run(program, [windowsPath(otherBuilt.library), URL_OF_CALL], server.url, request)
    assert.deepEqual([refused.code, refused.out], [2, ''])
    assert.match(refused.stderr, /cannot load NationEcTrans .* \(wrong bitness\?\)/)
  })

  // Free Pascal is installed for 32-bit Windows only.
  const it32 = bits === 32 ? it : () => {}

  it32('in Pascal, with the static import that Delphi programs have', async () => {
    const program = beside('caller-pascal')
    const { status, stdout } = spawnSync(
      process.env['NATIONEC_FPC'] ?? '',
      [rootPath(program), rootPath(example('caller.pas'))],
      {
        encoding: 'utf8',
      },
    )
    assert.equal(status, 0, stdout)
    await using server = await httpServer(async (request, response) => {
      const { transType, data } = JSON.parse(await bodyOf(request))
      response.end(`${transType} ${data.operatorName} ${request.headers['x-nationec-url']}`)
    })
    const { code, out } = await run(program, [URL_OF_CALL], server.url)
    assert.deepEqual([code, out], [0, `0000\r\nec.query 收费员 ${URL_OF_CALL}\r\n`])
    const refused = await run(program, [URL_OF_CALL], 'http://127.0.0.1:9/')
    assert.deepEqual([refused.code, refused.out.slice(0, 4)], [1, 'S001'])
  })
})
