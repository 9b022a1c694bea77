/**
 * The tests of the transport on a real 32-bit Windows Node: its koffi in process, a host of it on koffi, and the shipped
 * native host, each with the stand-in DLL. Run together with scenario.ts.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename } from 'node:path'
import { describe, it } from 'node:test'
import { createSimulator } from '@nationec/simulator'
import { bundleTests } from '../../../scripts/test/bundle.mjs'
import { countsOfNode } from '../../../scripts/test/counts.mjs'
import { findTestFiles } from '../../../scripts/test/test-files.mjs'
import { bodyOf, httpServer } from '../simulator-server.ts'
import { built, windowsPath, wine } from './wine.ts'

const node = process.env['NATIONEC_WINDOWS_NODE'] ?? ''
const TOP = 'Z:/project/'
/**
 * Those that ask for nothing of Linux, and which of their tests. A host on koffi takes a third of a second to start, and a
 * crash of node.exe calls wine's debugger, so that only what differs there is run on it.
 */
const FILES = {
  conformance: /dll, (native|none)|dll, koffi (carries (Chinese|the largest)|times out)/,
  faults: /\((native|none)\)|\(koffi\) (overrun-1|hang) /,
  'host-life': /\(native\)/,
}
/** A node.exe that takes longer hangs; the longest takes a tenth of it. */
const LIMIT = 120_000

/** Runs a program of the repository in node.exe and gives what it prints. */
async function runNode(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { NODE_TEST_CONTEXT: _, NODE_EXTRA_CA_CERTS: __, ...environment } = process.env
  const child = spawn(wine, [node, ...args], {
    env: {
      ...environment,
      NODE_OPTIONS: `--require ${TOP}tests/native/under-wine/node-streams.cjs`,
      NATIONEC_NATIVE_IS_BUILT: '1',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT,
    killSignal: 'SIGKILL',
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const closed = once(child, 'close')
  const [code] = await once(child, 'exit')
  // What a killed program has started may keep the pipes open.
  if (code !== null) await closed
  for (const stream of [child.stdout, child.stderr]) stream.destroy()
  return { code, output, errors }
}

describe('a 32-bit node.exe', () => {
  it('is what it says', async () => {
    const { output } = await runNode(['-p', 'process.platform + process.arch + process.version'])
    assert.match(output, /^win32ia32v22\./)
  })
})

describe('the client in a 32-bit node.exe', () => {
  it('reaches a simulator on every way', async () => {
    const simulator = createSimulator({ seed: 7, settings: { patient: 'pays at once' } })
    await using server = await httpServer(async (request, response) => {
      response.end(await simulator.handle(await bodyOf(request)))
    })
    const program = `${TOP}tests/native/under-wine/pay-one-bill.mjs`
    const { code, output, errors } = await runNode([program, windowsPath(built.library)], {
      NATIONEC_SIMULATOR_URL: server.url,
    })
    assert.equal(code, 0, errors)
    assert.deepEqual(JSON.parse(output), {
      none: ['测试甲', 'settled', 'library-opened'],
      koffi: ['测试甲', 'settled', 'koffi 32'],
      native: ['测试甲', 'settled', 'native 32'],
    })
    assert.equal(simulator.counts.effects.uploads, 3)
  })
})

describe('the transport in a 32-bit node.exe', { concurrency: 2 }, () => {
  const owner = 'packages/transport-dll-ffi'
  const files = findTestFiles({ deep: false }).filter(
    (test) => test.owner === owner && basename(test.file, '.test.ts') in FILES,
  )
  const bundles = bundleTests(files, 'node22', `file:///${TOP}`)

  for (const [name, which] of Object.entries(FILES)) {
    it(`passes its tests: ${name}`, async () => {
      const bundle = (await bundles).find((path) => basename(path) === `${name}.test.mjs`)
      assert.ok(bundle)
      const { code, output, errors } = await runNode([
        ...[`--test-reporter=file:///${TOP}scripts/test/node-reporter.mjs`, '--test-reporter-destination=stdout'],
        ...[`--test-name-pattern=${which}`, '--test-timeout=30000', `${TOP}${bundle}`],
      ])
      const counts = countsOfNode(output)
      assert.ok(counts !== undefined && counts.passed > 0 && counts.failed === 0 && code === 0, `${output}${errors}`)
    })
  }
})
