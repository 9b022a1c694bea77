// @everyday none
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { pairedAgent } from '../../fixtures/paired-agent.ts'
import { run } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

describe('nationec agent bundle', () => {
  it('puts what the doctor finds beside the bundle of the running agent, into a new file', async () => {
    using folder = temporaryFolder()
    await using agent = await pairedAgent(folder)
    const out = folder.in('bundle.zip')
    const words = ['agent', 'bundle', '--agent', agent.url, '--agent-token-file', agent.tokenFile, '--out', out]
    const { code, stdout, stderr } = await run(words)
    assert.equal(code, 0, stderr)
    assert.equal(stdout.trim(), out)
    const parts = unzipSync(readFileSync(out))
    for (const name of ['about.json', 'settings.txt', 'health.json', 'ledger.json', 'log.jsonl', 'metrics.txt']) {
      assert.ok(name in parts, name)
    }
    const { checks } = JSON.parse(strFromU8(parts['doctor.json'] ?? new Uint8Array()))
    const ids = checks.map(({ id }: { id: string }) => id)
    for (const id of ['runtime.version', 'agent.reachable', 'agent.ledger']) assert.ok(ids.includes(id), id)
    assert.equal((await run(words)).code, 5, 'a file that is there stays')
  })

  it('leaves no file when there is no token or no agent', async () => {
    using folder = temporaryFolder()
    const out = folder.in('bundle.zip')
    const words = ['agent', 'bundle', '--agent', 'http://127.0.0.1:1/', '--out', out]
    const withoutToken = await run(words)
    assert.match(withoutToken.stderr, /agentTokenFile/)
    const token = folder.write('token', 'T'.repeat(43))
    const withoutAgent = await run([...words, '--agent-token-file', token])
    assert.match(withoutAgent.stderr, /OPEN_FAILED/)
    assert.ok(!existsSync(out))
  })
})
