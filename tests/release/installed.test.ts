// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { signDocument } from '../../apps/agent/src/signed/sign-document.ts'
import { readSigner } from '../../apps/agent/src/signed/signing-keys.ts'
import { contentsOf, withSums } from '../../scripts/release/make-release.mjs'
import { pagesPart } from '../../scripts/release/pages.mjs'
import { tarballOf } from '../../scripts/release/tar.mjs'
import { servesConsole, targetNamed } from './released.ts'

const top = mkdtempSync(join(tmpdir(), 'nationec-installed-'))
const time = new Date('2026-11-01T00:00:00Z')
const contents = await contentsOf(targetNamed('linux-x64'), {
  version: '0.0.0',
  time,
  pages: await pagesPart({ site: false }),
})
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const signer = readSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
const key = join(top, 'key.pem')
writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }))
const settings = join(top, 'settings.json')
writeFileSync(settings, JSON.stringify({ transport: 'simulator', orgId: 'H33010200001', port: 0 }))

/** The release under a version, as a tarball; `script` stands in for the agent. */
function archiveOf(version: string, script?: string): Buffer {
  const manifest = JSON.parse(Buffer.from(contents.get('package.json')?.bytes ?? []).toString())
  const files = new Map([...contents].filter(([path]) => path !== 'SHA256SUMS'))
  files.set('package.json', { bytes: Buffer.from(JSON.stringify({ ...manifest, version })), mode: 0o644 })
  if (script !== undefined) files.set('agent.mjs', { bytes: Buffer.from(script), mode: 0o644 })
  return tarballOf(new Map([...withSums(files)].map(([path, item]) => [`agent/${path}`, item])), time)
}

let sequence = 0

/** Puts a release where computers look for it. */
function publish(
  place: string,
  version: string,
  more: { readonly groups?: object; readonly script?: string } = {},
): void {
  mkdirSync(place, { recursive: true })
  const archive = archiveOf(version, more.script)
  const file = `agent-${version}.tar.gz`
  writeFileSync(join(place, file), archive)
  const sha256 = createHash('sha256').update(archive).digest('hex')
  sequence += 1
  const [issuedAt, expiresAt] = [Date.now(), Date.now() + 3_600_000].map((at) => new Date(at).toISOString())
  const content = {
    version,
    archives: { 'linux-x64': { file, size: archive.length, sha256 } },
    ...(more.groups !== undefined && { groups: more.groups }),
  }
  const said = { kind: 'release' as const, sequence, issuedAt: issuedAt ?? '', expiresAt: expiresAt ?? '', content }
  const { text, signature } = signDocument(said, signer)
  writeFileSync(join(place, 'release.json'), text)
  writeFileSync(join(place, 'release.json.sig'), signature)
}

/** A user of this computer, with a folder of their own. */
function user(name: string) {
  const home = join(top, name)
  const program = join(home, 'state/nationec/program')
  const environment = {
    PATH: '/usr/bin:/bin',
    HOME: home,
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CONFIG_HOME: join(home, 'config'),
  }
  const fresh = join(top, 'unpacked/agent')
  const run = (script: string, ...words: readonly string[]): Promise<{ code: unknown; output: string }> =>
    new Promise((resolve) => {
      execFile(script, [...words, '--json'], { env: environment }, (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, output: error === null ? stdout : stderr })
      })
    })
  const json = async (...words: readonly string[]): Promise<Record<string, string>> => {
    const { code, output } = await run(join(fresh, 'nationec-agent'), ...words)
    assert.equal(code, 0, output)
    return JSON.parse(output)
  }
  const until = async (wanted: Readonly<Record<string, string>>): Promise<Record<string, string>> => {
    for (let rounds = 0; ; rounds += 1) {
      const found = await json('status')
      if (Object.entries(wanted).every(([member, value]) => found[member] === value)) return found
      assert.ok(rounds < 300, JSON.stringify({ found, wanted }))
      await sleep(200)
    }
  }
  return {
    home,
    program,
    run: (...words: readonly string[]) => run(join(fresh, 'nationec-agent'), ...words),
    json,
    until,
  }
}

mkdirSync(join(top, 'unpacked'))
writeFileSync(join(top, 'agent.tar.gz'), archiveOf('0.0.0'))
execFileSync('tar', ['-xzf', join(top, 'agent.tar.gz'), '-C', join(top, 'unpacked')])
after(() => rmSync(top, { recursive: true, force: true }))

describe('an agent that is installed for its user', () => {
  const place = join(top, 'updates')
  const { json, until, run, program, home } = user('cashier')

  it('refuses what is damaged, and settings that are wrong, before anything is there', async () => {
    const wrong = join(top, 'wrong.json')
    writeFileSync(wrong, JSON.stringify({ transport: 'no-such' }))
    assert.match((await run('install', '--settings', wrong)).output, /SETTING_INVALID/)
    assert.match((await run('install')).output, /AGENT_SETTINGS_UNREADABLE/)
    assert.match((await run('install', '--setings', wrong)).output, /--settings/)
    assert.match((await run('status')).output, /AGENT_NOT_INSTALLED/)
  })

  it('runs, one at a time, and comes back after a kill', async () => {
    const words = ['--settings', settings, '--key', key, '--group', 'pilot', '--update-from', place]
    assert.equal((await json('install', ...words))['outcome'], 'installed')
    const { pid, url = '', atLogon } = await until({ state: 'listening' })
    assert.equal(atLogon, 'true')
    assert.equal(await servesConsole(url.replace(/\/$/, '')), true)
    assert.equal((await json('keep'))['outcome'], 'runs-already')
    process.kill(Number(pid), 'SIGKILL')
    assert.equal((await until({ state: 'listening', starts: '2' }))['lastExit'], 'SIGKILL')
  })

  it('takes no release of another key, of another group, or whose bytes differ', async () => {
    publish(place, '0.0.1', { groups: { others: '2026-01-01T00:00:00Z' } })
    assert.deepEqual(await json('update'), { outcome: 'not-yet', version: '0.0.1', from: '-' })
    publish(place, '0.0.1', { groups: { pilot: '2999-01-01T00:00:00Z' } })
    assert.equal((await json('update'))['outcome'], 'not-yet')
    publish(place, '0.0.1')
    appendFileSync(join(place, 'agent-0.0.1.tar.gz'), ' ')
    assert.match((await run('update')).output, /AGENT_RELEASE_DAMAGED/)
    writeFileSync(
      join(place, 'release.json'),
      readFileSync(join(place, 'release.json'), 'utf8').replace('0.0.1', '0.0.2'),
    )
    assert.match((await run('update')).output, /DOCUMENT_UNSIGNED/)
    const other = join(top, 'other.pem')
    writeFileSync(other, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }))
    assert.match((await run('install', '--key', other)).output, /AGENT_KEY_PINNED/)
    assert.equal((await json('status'))['version'], '0.0.0')
  })

  it('goes over to a signed release, takes no older one after it, and goes back', async () => {
    publish(place, '0.0.1', { groups: { pilot: '2026-01-01T00:00:00Z' } })
    const old = [readFileSync(join(place, 'release.json')), readFileSync(join(place, 'release.json.sig'))] as const
    assert.deepEqual(await json('update'), { outcome: 'updated', version: '0.0.1', before: '0.0.0' })
    await until({ state: 'listening', version: '0.0.1', previous: '0.0.0' })
    publish(place, '0.0.2')
    assert.equal((await json('update'))['outcome'], 'updated')
    await until({ state: 'listening', version: '0.0.2', previous: '0.0.1' })
    assert.equal(existsSync(join(program, 'versions/0.0.0')), false)
    writeFileSync(join(place, 'release.json'), old[0])
    writeFileSync(join(place, 'release.json.sig'), old[1])
    assert.match((await run('update')).output, /DOCUMENT_OLDER/)
    assert.deepEqual(await json('rollback'), { outcome: 'rolled-back', version: '0.0.1', before: '0.0.2' })
    await until({ state: 'listening', version: '0.0.1' })
    publish(place, '0.0.2')
    assert.equal((await json('update'))['outcome'], 'gone-back-from')
  })

  it('gives up by itself a release that never listens', async () => {
    publish(place, '0.0.3', { script: 'process.exit(1)' })
    assert.equal((await json('update'))['outcome'], 'updated')
    await until({ state: 'listening', version: '0.0.1' })
  })

  it('is uninstalled; what is not the program stays', async () => {
    const kept = join(home, 'state/nationec/agent')
    mkdirSync(kept, { recursive: true })
    writeFileSync(join(kept, 'ledger'), 'money')
    assert.equal((await json('uninstall'))['outcome'], 'uninstalled')
    assert.equal(existsSync(program), false)
    assert.equal(existsSync(join(home, 'config/autostart/nationec-agent.desktop')), false)
    assert.equal(readFileSync(join(kept, 'ledger'), 'utf8'), 'money')
  })
})
