/**
 * The agent as a cashier's computer gets it, under wine: the contents of the zip, with the Node that runs there in the place
 * of node.exe 24. Installed, paired, sold with, killed, updated, rolled back, uninstalled.
 */
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSimulator } from '@nationec/simulator'
import { ORG_ID, PAGE } from '../../../apps/agent/src/fixtures/desk.ts'
import { ask } from '../../../apps/agent/src/fixtures/http.ts'
import { signDocument } from '../../../apps/agent/src/signed/sign-document.ts'
import { readSigner } from '../../../apps/agent/src/signed/signing-keys.ts'
import { contentsOf, withSums } from '../../../scripts/release/make-release.mjs'
import type { Item } from '../../../scripts/release/packed.mjs'
import { pagesPart } from '../../../scripts/release/pages.mjs'
import { zipOf } from '../../../scripts/release/zip.mjs'
import { servesConsole, targetNamed } from '../../release/released.ts'
import { bodyOf, httpServer } from '../simulator-server.ts'
import { runLeaving } from './run-node.ts'
import { built, folder, target, windowsPath } from './wine.ts'

const root = process.env['NATIONEC_WINE_ROOT'] ?? ''
const state = join(root, 'opt/wine-prefix/drive_c/users/root/AppData/Local/nationec')
const time = new Date('2026-11-01T00:00:00Z')

/** The release with the Node of this run, under a version. */
async function releaseFiles(): Promise<(version: string) => ReadonlyMap<string, Item>> {
  const files = await contentsOf(targetNamed('win-x64'), {
    version: '0.0.0',
    time,
    pages: await pagesPart({ site: false }),
  })
  const node = readFileSync(join(root, process.env['NATIONEC_WINDOWS_NODE'] ?? ''))
  return (version) => {
    const manifest = JSON.parse(Buffer.from(files.get('package.json')?.bytes ?? []).toString())
    const changed = Buffer.from(JSON.stringify({ ...manifest, version }))
    const others = [...files].filter(([path]) => path !== 'SHA256SUMS')
    return withSums(
      new Map([
        ...others,
        ['node.exe', { bytes: node, mode: 0o755 }],
        ['package.json', { bytes: changed, mode: 0o644 }],
      ]),
    )
  }
}

function write(files: ReadonlyMap<string, Item>, place: string): string {
  for (const [path, { bytes }] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), bytes)
  }
  return place
}

/** Runs a command of the agent there, and gives its JSON. */
async function command(program: string, ...words: readonly string[]): Promise<Record<string, string>> {
  const args = [`${program}\\agent.mjs`, ...words, '--json']
  const { code, output } = await runLeaving(args, join(folder, 'said.txt'))
  assert.equal(code, 0, output)
  return JSON.parse(output)
}

/** Waits for what the status says. */
async function until(program: string, wanted: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  for (let rounds = 0; ; rounds += 1) {
    const found = await command(program, 'status')
    if (Object.entries(wanted).every(([name, value]) => found[name] === value)) return found
    assert.ok(rounds < 200, JSON.stringify({ found, wanted }))
    await sleep(200)
  }
}

describe('the agent on a computer without Node', { skip: target !== 'win32-x64' }, () => {
  after(() => {
    rmSync(state, { recursive: true, force: true })
  })

  it('is installed, pairs, sells, comes back after a kill, is updated, rolled back and uninstalled', async () => {
    rmSync(state, { recursive: true, force: true })
    const simulator = createSimulator({ seed: 7 })
    await using server = await httpServer(async (request, response) => {
      response.end(await simulator.handle(await bodyOf(request)))
    })
    const library = join(folder, 'vendor', 'NationECCode.dll')
    mkdirSync(dirname(library), { recursive: true })
    writeFileSync(library, readFileSync(built.library))
    writeFileSync(join(folder, 'vendor', 'NationECCode.ini'), `url = ${server.url}\nmode = http\n`)
    const settings = join(folder, 'settings.json')
    const said = {
      transport: 'dll',
      library: windowsPath(library),
      orgId: ORG_ID,
      noSignOn: true,
      port: 0,
      url: 'http://10.0.0.8/',
      origins: [PAGE],
    }
    writeFileSync(settings, JSON.stringify(said))

    const release = await releaseFiles()
    const zero = windowsPath(write(release('0.0.0'), join(folder, 'unpacked')))
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const key = join(folder, 'release.pem')
    writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }))
    const updates = join(folder, 'updates')
    mkdirSync(updates)

    const words = [
      '--settings',
      windowsPath(settings),
      '--key',
      windowsPath(key),
      '--update-from',
      windowsPath(updates),
    ]
    const installed = await command(zero, 'install', ...words)
    assert.deepEqual([installed['outcome'], installed['version']], ['installed', '0.0.0'])
    const baseOf = ({ url = '' }: Record<string, string>): string => url.replace(/\/$/, '')
    const first = await until(zero, { state: 'listening' })
    assert.equal(first['atLogon'], 'true')
    let base = baseOf(first)
    assert.equal(await servesConsole(base), true)

    const headers = { 'Content-Type': 'application/json', Origin: PAGE }
    const begun = await ask(`${base}/v1/pairings`, { method: 'POST', headers, body: { name: '收费系统' } })
    assert.equal(begun.status, 201, begun.text)
    const { code } = await command(zero, 'codes')
    const confirmation = { pairingId: begun.json.pairingId, code }
    const paired = await ask(`${base}/v1/pairings/confirm`, { method: 'POST', headers, body: confirmation })
    assert.equal(paired.status, 200, paired.text)
    const call = async (method: string, path: string, body?: unknown, idempotency?: string) =>
      ask(`${base}${path}`, {
        method,
        body,
        headers: {
          ...headers,
          Authorization: `Bearer ${paired.json.token}`,
          ...(idempotency !== undefined && { 'Idempotency-Key': idempotency }),
        },
      })

    const bill = await billOf(call)
    const uploaded = await call('POST', '/v1/orders', bill, 'upload-1')
    assert.equal(uploaded.status, 201, uploaded.text)
    assert.ok(readdirSync(join(state, 'agent/ledger')).length > 0, 'the ledger is on the disk')
    const replayed = async (): Promise<void> => {
      const again = await call('POST', '/v1/orders', bill, 'upload-1')
      assert.deepEqual([again.headers['idempotent-replayed'], again.json.payOrdId], ['true', uploaded.json.payOrdId])
      assert.equal(simulator.counts.effects.uploads, 1)
    }
    await replayed()

    await runLeaving(['-e', `process.kill(${Number(first['pid'])}, 'SIGKILL')`], join(folder, 'said.txt'))
    base = baseOf(await until(zero, { state: 'listening', starts: '2' }))
    await replayed()

    const archive = zipOf(new Map([...release('0.0.1')].map(([path, item]) => [`agent/${path}`, item])), time)
    writeFileSync(join(updates, 'agent.zip'), archive)
    const sha256 = createHash('sha256').update(archive).digest('hex')
    const signer = readSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    const content = { version: '0.0.1', archives: { 'win-x64': { file: 'agent.zip', size: archive.length, sha256 } } }
    const frame = {
      sequence: 1,
      issuedAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    }
    const { text, signature } = signDocument({ kind: 'release', ...frame, content }, signer)
    writeFileSync(join(updates, 'release.json'), text)
    writeFileSync(join(updates, 'release.json.sig'), signature)
    const updated = await command(zero, 'update')
    assert.deepEqual(updated, { outcome: 'updated', version: '0.0.1', before: '0.0.0' })
    base = baseOf(await until(zero, { state: 'listening', version: '0.0.1', previous: '0.0.0' }))
    await replayed()
    assert.equal((await command(zero, 'update'))['outcome'], 'up-to-date')

    assert.equal((await command(zero, 'rollback'))['version'], '0.0.0')
    base = baseOf(await until(zero, { state: 'listening', version: '0.0.0', previous: '0.0.1' }))
    await replayed()

    const { outcome, ledger } = await command(zero, 'uninstall')
    assert.equal(outcome, 'uninstalled')
    assert.ok(ledger?.endsWith('\\AppData\\Local\\nationec\\agent'), ledger)
    assert.equal(existsSync(join(state, 'program')), false)
    assert.ok(readdirSync(join(state, 'agent/ledger')).length > 0, 'the ledger stays')
  })
})

type Call = (method: string, path: string, body?: unknown) => ReturnType<typeof ask>

async function billOf(call: Call): Promise<Record<string, unknown>> {
  const file = new URL('../../../examples/outpatient-5-lines.json', import.meta.url)
  const person = {
    businessType: '01301',
    operatorId: '007',
    operatorName: '收费员',
    officeId: 'A03',
    officeName: '内科',
  }
  const { ecToken, idNo, idType, userName } = (await call('POST', '/v1/credential/query', person)).json
  return { ...JSON.parse(readFileSync(file, 'utf8')), ecToken, idNo, idType, userName, orgCodg: ORG_ID }
}
