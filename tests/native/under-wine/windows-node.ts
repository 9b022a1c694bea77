/**
 * The tests of the transport on a real Windows Node: its koffi in process, a host of it on koffi, and the shipped
 * native host, each with the stand-in DLL. Run together with scenario.ts.
 */
import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { describe, it } from 'node:test'
import { createSimulator } from '@nationec/simulator'
import { countsOfNode } from '../../../scripts/test/counts.mjs'
import { findTestFiles } from '../../../scripts/test/test-files.mjs'
import { bodyOf, httpServer } from '../simulator-server.ts'
import { bundleTests } from './bundle.mjs'
import { BUILD, runNode, TOP } from './run-node.ts'
import { bits, built, target, windowsPath } from './wine.ts'

/**
 * Those that ask for nothing of Linux, and which of their tests. A host on koffi takes a third of a second to start, and a
 * crash of node.exe calls wine's debugger, so that only what differs there is run on it.
 */
const FILES = {
  conformance: /dll, (native|none)|dll, koffi (carries (Chinese|the largest)|times out)/,
  faults: /\((native|none)\)|\(koffi\) (overrun-1|hang) /,
  'host-life': /\(native\)/,
}

describe(`a ${bits}-bit node.exe`, () => {
  it('is what it says', async () => {
    const { output } = await runNode(['-p', "process.platform + '-' + process.arch + process.version"])
    assert.ok(output.startsWith(`${target}v22.`), output)
  })
})

describe(`the client in a ${bits}-bit node.exe`, () => {
  it('goes the whole way on every way to the library', async () => {
    const simulator = createSimulator({ seed: 7, settings: { patient: 'pays at once' } })
    await using server = await httpServer(async (request, response) => {
      response.end(await simulator.handle(await bodyOf(request)))
    })
    const program = `${BUILD}tests/native/under-wine/pay-one-bill.mjs`
    const { code, output, errors } = await runNode([program, windowsPath(built.library), 'none', 'koffi', 'native'], {
      NATIONEC_SIMULATOR_URL: server.url,
    })
    assert.equal(code, 0, errors)
    const states = ['测试甲', 'settled', 'SUCC', 'partly-refunded']
    assert.deepEqual(JSON.parse(output), {
      none: [...states, 'library-opened'],
      koffi: [...states, `koffi ${bits}`],
      native: [...states, `native ${bits}`],
    })
    const { uploads, refunds } = simulator.counts.effects
    assert.deepEqual([uploads, refunds], [3, 3])
  })
})

describe(`the transport in a ${bits}-bit node.exe`, { concurrency: 2 }, () => {
  const owner = 'packages/transport-dll-ffi'
  const files = findTestFiles().filter((test) => test.owner === owner && basename(test.file, '.test.ts') in FILES)
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
