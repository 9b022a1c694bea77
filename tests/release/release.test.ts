// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { unzipSync } from 'fflate'
import { lockedPackage } from '../../scripts/package/locked-package.mjs'
import { release, servesConsole, startReleased, unpacked } from './released.ts'

const folder = mkdtempSync(join(tmpdir(), 'nationec-release-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const [zip = '', tarball = ''] = await release(join(folder, 'first'), 'win-x64', 'linux-x64')

/** What a cashier's computer needs, apart from the console's assets and the documents. */
const WINDOWS = [
  'LICENSE',
  'NODE-LICENSE.txt',
  'SHA256SUMS',
  'THIRD-PARTY-NOTICES.txt',
  'agent.mjs',
  'console/THIRD-PARTY-NOTICES.txt',
  'console/icon.svg',
  'console/index.html',
  'nationec-agent.cmd',
  'nationec-agent.exe',
  'native/win32-ia32/nationec-host.exe',
  'native/win32-x64/nationec-host.exe',

  'node.exe',
  'node_modules/serialport/dist/index.js',
  'node_modules/serialport/package.json',
  'node_modules/serialport/prebuilds/win32-x64/@serialport+bindings-cpp.node',
  'package.json',
  'sbom.cdx.json',
  'sdk/nation-ec-trans.js',
]

describe('the zip for Windows', () => {
  const entries = Object.entries(unzipSync(readFileSync(zip)))
  const files = new Map(entries.map(([path, bytes]) => [path.replace(/^[^/]+\//, ''), bytes]))

  it('holds what a computer without Node needs, in one folder', () => {
    const [top] = new Set(entries.map(([path]) => path.slice(0, path.indexOf('/'))))
    assert.match(top ?? '', /^nationec-agent-\d+\.\d+\.\d+-win-x64$/)
    const named = [...files.keys()].filter((path) => !/^(docs|console\/assets)\//.test(path))
    assert.deepEqual(named.sort(), WINDOWS)
    for (const page of ['docs/index.html', 'docs/deployment.html']) assert.ok(files.has(page), page)
    assert.ok([...files.keys()].some((path) => /^console\/assets\/index-.*\.js$/.test(path)))
  })

  it('is at most 40 MB', () => assert.ok(readFileSync(zip).length <= 40_000_000))

  it('names the SHA-256 of each of its files', () => {
    const sums = new TextDecoder().decode(files.get('SHA256SUMS'))
    const rest = [...files].filter(([path]) => path !== 'SHA256SUMS')
    const lines = rest.map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    assert.equal(sums, lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join(''))
  })

  it('lists what it is made of: Node with its digest, every library with its licence', () => {
    const bill = JSON.parse(new TextDecoder().decode(files.get('sbom.cdx.json')))
    assert.deepEqual([bill.bomFormat, bill.specVersion], ['CycloneDX', '1.6'])
    const names: string[] = bill.components.map(({ name }: { name: string }) => name)
    const { name, version } = lockedPackage('node24-win-x64')
    const node = bill.components.find((component: { name: string }) => component.name === name)
    assert.equal(node.version, version)
    const digest = createHash('sha256')
      .update(files.get('node.exe') ?? '')
      .digest('hex')
    assert.deepEqual(node.hashes, [{ alg: 'SHA-256', content: digest }])
    for (const wanted of [
      '@nationec/agent',
      '@nationec/console',
      'hono',
      'pino',
      'serialport',
      '@vue/runtime-dom',
      'zod',
    ])
      assert.ok(names.includes(wanted), wanted)
    const notices = new TextDecoder().decode(files.get('THIRD-PARTY-NOTICES.txt'))
    for (const wanted of ['hono', 'pino', 'serialport', 'zod', 'mingw-w64 runtime'])
      assert.match(notices, new RegExp(`^${wanted}\\b`, 'm'), wanted)
  })
})

describe('a release', () => {
  it('is the same to the byte when it is made again', async () => {
    const again = await release(join(folder, 'second'), 'win-x64', 'linux-x64')
    for (const [index, path] of [zip, tarball].entries())
      assert.ok(readFileSync(path).equals(readFileSync(again[index] ?? '')), path)
  })

  it('runs where it was unpacked, with its own Node, and serves its console', async () => {
    const program = unpacked(tarball, join(folder, 'unpacked'))
    const args = ['--transport', 'simulator', '--org-id', 'H33010200001']
    await (async () => {
      await using running = await startReleased(program, ...args)
      assert.equal(await servesConsole(running.base), true)
      assert.equal((await fetch(`${running.base}/sdk/nation-ec-trans.js`)).status, 200)
      assert.equal((await fetch(`${running.base}/readyz`)).status, 200)
      assert.match(await (await fetch(`${running.base}/docs/deployment.html`)).text(), /release:agent/)
    })()
    renameSync(join(program, 'console'), join(program, 'no-console'))
    await using without = await startReleased(program, ...args)
    assert.equal((await fetch(`${without.base}/`)).status, 200)
    assert.equal(await servesConsole(without.base), false, 'this test must see a console that is missing')
    assert.ok(readdirSync(program).includes('no-console'))
  })
})
