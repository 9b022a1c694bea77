// @everyday node
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createLogger } from '@nationec/agent'
import { messages } from '@nationec/protocol'
import { strFromU8, unzipSync } from 'fflate'
import { bundleCommand } from './bundle/bundle-command.ts'
import { bundleWords } from './bundle/bundle-words.ts'
import { readAgentSettings } from './config/settings.ts'
import { openDesk } from './fixtures/desk.ts'
import { holdsMark, MARK, marked, TOKEN } from './fixtures/marked.ts'
import { keepRecentLines } from './logs/recent-lines.ts'

const PARTS = ['about.json', 'health.json', 'ledger.json', 'log.jsonl', 'metrics.txt', 'settings.txt']

/** The files of a zip as texts. */
function partsOf(zip: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  return Object.fromEntries(files)
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-bundle-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Uploads with every marked field, and texts of every message as programs and old pages send them. */
async function fill(desk: Awaited<ReturnType<typeof openDesk>>): Promise<Record<string, string>> {
  let key = 0
  for (const { request, name } of Object.values(messages)) {
    const body = marked(request)
    for (const fault of ['none', 'line-cut', 'garbled'] as const) {
      key += 1
      desk.simulator.faults.next(fault)
      await desk.call('POST', '/v1/request', { transType: name, data: body }, { key: `k${key}-13812345678` })
    }
    for (const path of ['/v1/orders', '/v1/orders/revoke', '/v1/orders/refund', '/v1/credential/query']) {
      key += 1
      await desk.call('POST', path, body, { key: `k${key}` })
    }
  }
  desk.simulator.faults.clear()
  const bill = await desk.bill({ deptName: MARK, medOrgOrd: '110101199003077758' })
  assert.equal((await desk.call('POST', '/v1/orders', bill, { key: 'good' })).status, 201)
  return bill as Record<string, string>
}

describe('a bundle for support', () => {
  it('has versions, settings, log, ledger and health, and nothing of any patient in any of them', () =>
    inFolder(async (dataFolder) => {
      const lines = keepRecentLines({ write: () => {} })
      const support = { settings: 'port = 1 (flag)', log: lines.text }
      const options = { logger: createLogger('debug', lines), dataFolder, support, deadline: 100 }
      const desk = await openDesk(options)
      const { idNo = '', ecToken = '', userName = '' } = await fill(desk)
      const personal = [idNo, ecToken, userName, '13812345678', '110101199003077758']
      const clean = (parts: Record<string, string>): void => {
        for (const [name, text] of Object.entries(parts)) {
          assert.ok(!holdsMark(text), name)
          assert.deepEqual(
            personal.filter((value) => text.includes(value)),
            [],
            name,
          )
        }
      }
      const answer = await fetch(`${desk.base}/v1/bundle`, { headers: { Authorization: `Bearer ${desk.token}` } })
      assert.equal(answer.headers.get('content-type'), 'application/zip')
      const parts = partsOf(new Uint8Array(await answer.arrayBuffer()))
      assert.deepEqual(Object.keys(parts).sort(), PARTS)
      clean(parts)
      assert.match(parts['settings.txt'] ?? '', /^port = 1/)
      assert.match(parts['log.jsonl'] ?? '', /"msg":"operation"/)
      assert.match(parts['metrics.txt'] ?? '', /nationec_agent_operations_total/)
      assert.ok(JSON.parse(parts['health.json'] ?? '').some(({ id }: { id: string }) => id === 'device'))
      const { operations, newest, unknown } = JSON.parse(parts['ledger.json'] ?? '')
      assert.equal(operations['upload done'], 1)
      assert.ok(unknown.length > 0 && newest.length > 1)
      assert.deepEqual(
        newest.filter((one: object) => 'key' in one || 'medOrgOrd' in one),
        [],
      )
      await desk.agent.stop({ within: 0 })

      // The agent does not run: its folder and its log are what is left.
      const [log, out] = [join(dataFolder, 'agent.log'), join(dataFolder, 'bundle.zip')]
      await writeFile(log, `${lines.text()}{"msg":"of another program","userName":"${MARK}","x":"${TOKEN}"}\n${MARK}\n`)
      const words = ['bundle', '--out', out, '--transport', 'simulator', '--data', dataFolder, '--log-file', log]
      const { rest } = bundleWords([...words, '--port', '1', '--url', 'http://user:S3cr3t@10.0.0.8/'])
      const read = await readAgentSettings({ argv: rest, environment: {}, isTerminal: false, mayBeSimulator: false })
      await bundleCommand(read, out)
      const closed = partsOf(await readFile(out))
      clean(closed)
      assert.ok(!JSON.stringify(closed).includes('S3cr3t'))
      assert.equal(JSON.parse(closed['ledger.json'] ?? '').operations['upload done'], 1)
      assert.deepEqual(JSON.parse(closed['health.json'] ?? ''), { running: false })
      await assert.rejects(bundleCommand(read, out), { code: 'AGENT_BUNDLE_UNWRITTEN' })
    }))

  it('is for the console and for programs: a page gets none', async () => {
    await using desk = await openDesk()
    const token = await desk.pairPage('https://his.example')
    const headers = { Origin: 'https://his.example', Authorization: `Bearer ${token}` }
    const { status, json } = await desk.call('GET', '/v1/bundle', undefined, { headers })
    assert.deepEqual([status, json.code], [403, 'ROLE_REFUSED'])
  })

  it('needs a file, and leaves the settings to the settings', () => {
    assert.deepEqual(bundleWords(['--port', '1']), { out: undefined, rest: ['--port', '1'] })
    assert.deepEqual(bundleWords(['bundle', '--port', '1', '--out', 'f']), { out: 'f', rest: ['--port', '1'] })
    for (const words of [['bundle'], ['bundle', '--out'], ['bundle', '--out', '--port']]) {
      assert.throws(() => bundleWords(words), { code: 'SETTING_INVALID' })
    }
  })
})
