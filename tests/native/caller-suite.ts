/** What every sample caller is asked for, whatever its language. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { bodyOf, httpServer } from './simulator-server.ts'

/** The source of a caller. */
export const example = (name: string): string =>
  fileURLToPath(new URL(`../../native/examples/${name}`, import.meta.url))
const REQUEST = '{"orgId":"H33010200001","transType":"ec.query","data":{"operatorName":"收费员𠮷"}}'

/** Runs a caller with the request on its input. Not spawnSync: the simulator answers from this process. */
async function call(command: string, args: readonly string[], simulator: string, mode = 'http') {
  const child = spawn(command, [...args, 'http://10.0.0.8/localQrCodeQuery'], {
    // Their standard error is in the encoding of the locale.
    env: { ...process.env, LC_ALL: 'C.UTF-8', NATIONEC_SIMULATOR_URL: simulator, NATIONEC_STANDIN_MODE: mode },
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

/**
 * What every caller must get right against a simulator and against a failing library. `library`: its first argument, if it
 * takes one.
 */
export function callerSuite(command: () => [string, string[]], library?: () => string): void {
  const words = (): [string, string[]] => {
    const [program, args] = command()
    return [program, [...args, ...(library === undefined ? [] : [library()])]]
  }

  it('gets the answer, Chinese text whole', async () => {
    await using server = await httpServer(async (request, response) => {
      response.end(`{"code":0,"url":"${request.headers['x-nationec-url']}","data":${await bodyOf(request)}}`)
    })
    const { code, out, returned } = await call(...words(), server.url)
    assert.deepEqual([code, returned], [0, '0000'])
    assert.deepEqual(JSON.parse(out), { code: 0, url: 'http://10.0.0.8/localQrCodeQuery', data: JSON.parse(REQUEST) })
  })

  it('gets the largest answer, and an error text', async () => {
    const large = await call(...words(), '', 'echo,fill-921599')
    assert.deepEqual([large.code, Buffer.byteLength(large.out)], [0, 921_599])
    const wrong = await call(...words(), '', 'mirror,wrong-return')
    assert.deepEqual(wrong, { code: 1, out: REQUEST, returned: 'E1001 终端未连接' })
  })
}
