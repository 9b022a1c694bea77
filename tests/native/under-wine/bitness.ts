/** Libraries, hosts and callers of the wrong bitness, and a 64-bit program with a 32-bit library: run together with scenario.ts. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createSimulator } from '@nationec/simulator'
import { bodyOf, httpServer } from '../simulator-server.ts'
import { BUILD, runNode } from './run-node.ts'
import { bits, built, otherBuilt, windowsPath, wineHost } from './wine.ts'

const other = bits === 32 ? { bits: 64, machine: 'x64' } : { bits: 32, machine: 'x86' }

describe(`${bits} bits meet ${other.bits}`, () => {
  it('the host refuses the library', async () => {
    await using host = wineHost({ library: otherBuilt.library })
    const { loaded, error, image } = await host.hello()
    assert.deepEqual(
      [loaded, error?.kind, error?.code, image],
      [false, 'wrong-bitness', 193, { format: 'pe', ...other }],
    )
    assert.equal((await host.ending).code, 69)
  })

  it('the transport in node.exe says so before anything is sent', async () => {
    const program = `${BUILD}tests/native/under-wine/wrong-bitness.mjs`
    // A 32-bit Windows cannot start a 64-bit host at all.
    const files = [built.library, otherBuilt.library, ...(bits === 64 ? [otherBuilt.host] : [])].map(windowsPath)
    const { code, output, errors } = await runNode([program, ...files])
    assert.equal(code, 0, errors)
    assert.deepEqual(JSON.parse(output), {
      inProcess: 'LIBRARY_WRONG_BITNESS not-sent',
      koffiHost: 'LIBRARY_WRONG_BITNESS not-sent',
      ...(bits === 64 ? { otherHost: 'LIBRARY_WRONG_BITNESS not-sent' } : {}),
    })
  })
})

const describe64 = bits === 64 ? describe : () => {}

describe64('64-bit Windows', () => {
  it('runs the 32-bit host with the 32-bit library', async () => {
    await using host = wineHost({ program: otherBuilt.host, library: otherBuilt.library, mode: 'mirror' })
    assert.equal((await host.hello()).bits, 32)
    assert.equal((await host.call('{"姓名":"张三𠮷"}')).out.toString(), '{"姓名":"张三𠮷"}')
    await using refusing = wineHost({ program: otherBuilt.host })
    const { error } = await refusing.hello()
    assert.deepEqual([error?.kind, error?.code], ['wrong-bitness', 193])
  })

  it('pays a bill from a 64-bit node.exe with a 32-bit library, through the host of this package', async () => {
    const simulator = createSimulator({ seed: 7, settings: { patient: 'pays at once' } })
    await using server = await httpServer(async (request, response) => {
      response.end(await simulator.handle(await bodyOf(request)))
    })
    const program = `${BUILD}tests/native/under-wine/pay-one-bill.mjs`
    const { code, output, errors } = await runNode([program, windowsPath(otherBuilt.library), 'native'], {
      NATIONEC_SIMULATOR_URL: server.url,
    })
    assert.equal(code, 0, errors)
    assert.deepEqual(JSON.parse(output), { native: ['测试甲', 'settled', 'SUCC', 'partly-refunded', 'native 32'] })
  })
})
