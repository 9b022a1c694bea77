// @everyday none
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { it } from 'node:test'
import { readAgentSettings } from './config/settings.ts'
import { ORG_ID } from './fixtures/desk.ts'
import { ask } from './fixtures/http.ts'
import { inFolder } from './fixtures/program.ts'

const program = createRequire(import.meta.url)
  .resolve('@nationec/agent/package.json')
  .replace('package.json', 'bin/nationec-agent.mjs')
const words = 'Deno' in globalThis ? ['run', '-A', program] : [program]

it('the program holds the tills of its settings, each with its terminal, its address and its label', () =>
  inFolder(async (folder) => {
    const config = join(folder, 'agent.json')
    const tills = {
      T1: { transport: 'simulator' },
      'T-2': { transport: 'simulator', origins: ['https://his.example'] },
    }
    await writeFile(config, JSON.stringify({ port: 0, data: join(folder, 'data'), tills }))
    const child = spawn(process.execPath, [...words, '--config', config], { stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = once(child, 'exit')
    try {
      const starts: string[] = []
      for await (const line of createInterface({ input: child.stdout })) if (starts.push(line) === 2) break
      const bases = starts.map((start) => start.slice(0, start.indexOf('/#start=')))
      assert.match(bases[0] ?? '', /^http:\/\/127\.0\.0\.1:\d+\/tills\/T1$/)
      assert.match(bases[1] ?? '', /\/tills\/T-2$/)
      const { origin } = new URL(bases[0] ?? '')
      const headers = { 'Content-Type': 'application/json', Origin: origin }
      for (const [index, base] of bases.entries()) {
        const code = starts[index]?.split('#start=')[1]
        const { token } = (await ask(`${base}/v1/pairings/start`, { method: 'POST', headers, body: { code } })).json
        const asked = { method: 'POST', headers: { ...headers, Authorization: `Bearer ${token}` } }
        const cashier = { businessType: '01301', operatorId: '1', operatorName: '甲', officeId: '1', officeName: '乙' }
        assert.equal((await ask(`${base}/v1/credential/query`, { ...asked, body: cashier })).status, 200)
        assert.equal((await ask(`${base}/v1/agent`, asked)).status, 405)
      }
      const metrics = (await ask(`${origin}/metrics`)).text
      for (const name of ['T1', 'T-2'])
        assert.match(metrics, new RegExp(`terminal_seconds_count\\{outcome="[^"]*",till="${name}"\\} 1`))
      assert.match((await ask(`${origin}/`, { headers: { Accept: 'text/html' } })).text, /href="\/tills\/T-2\/"/)
      assert.equal((await ask(`${origin}/tills/T1`)).headers.location, '/tills/T1/')
    } finally {
      child.kill('SIGKILL')
      await ended
    }
  }))

it('what is wrong with a till is told by its name and its member', async () => {
  const wrong = (tills: object, ...more: string[]): Promise<string> =>
    readAgentSettings({
      argv: ['--tills', JSON.stringify(tills), ...more],
      ...{ environment: {}, isTerminal: false, mayBeSimulator: false },
    }).then(
      () => assert.fail(JSON.stringify(tills)),
      ({ message }: Error) => message,
    )
  assert.match(await wrong({ T1: {} }), /--tills T1\.transport: must be given/)
  assert.match(await wrong({ T1: { transport: 'agent' } }), /--tills T1\.transport/)
  assert.match(await wrong({ T1: { transport: 'serial', serialBaud: 'fast' } }), /--tills T1\.serialBaud/)
  assert.match(
    await wrong({ T1: { transport: 'simulator', serialPrt: 'COM3' } }),
    /--tills T1\.serialPrt: is not a member/,
  )
  assert.match(await wrong({ 'a/b': { transport: 'simulator' } }), /--tills/)
  assert.match(await wrong({}), /--tills/)
  const missing = await wrong({ T1: {}, T2: { library: '/x.so' } }, '--transport', 'dll', '--org-id', ORG_ID)
  assert.match(missing, /--tills T1: --library/)
  assert.doesNotMatch(missing, /T2: --library/)
})
