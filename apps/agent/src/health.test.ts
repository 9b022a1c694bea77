// @everyday node
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createAgent } from '@nationec/agent'
import { mockTransport } from '@nationec/transport-mock'
import { agentError } from './errors/agent-error.ts'
import { ORG_ID, openDesk } from './fixtures/desk.ts'
import { ask } from './fixtures/http.ts'
import { inFolder } from './fixtures/program.ts'

const TOKEN = 'a-token-of-the-monitoring'

describe('the numbers of an agent', () => {
  it('are open on this machine, unless a token is set', async () => {
    await using open = await openDesk()
    assert.equal((await ask(`${open.base}/metrics`)).status, 200)
    await using closed = await openDesk({ metricsToken: TOKEN })
    const read = async (Authorization?: string) =>
      ask(`${closed.base}/metrics`, { headers: Authorization === undefined ? {} : { Authorization } })
    for (const wrong of [undefined, 'Bearer wrong', `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, `Bearer ${closed.token}`]) {
      const { status, json, headers } = await read(wrong)
      assert.deepEqual([status, json.code], [401, 'METRICS_TOKEN_NEEDED'], wrong)
      assert.match(String(headers['www-authenticate']), /^Bearer/)
    }
    assert.match((await read(`Bearer ${TOKEN}`)).text, /nationec_agent_info/)
  })

  it('need it where other machines reach the agent', async () => {
    await using agent = await createAgent({ orgId: ORG_ID, transport: mockTransport(() => '') })
    const { port } = await agent.listen({ port: 0, host: '0.0.0.0', allowRemote: true })
    const { status, json } = await ask(`http://127.0.0.1:${port}/metrics`)
    assert.deepEqual([status, json.code], [401, 'METRICS_TOKEN_NEEDED'])
    assert.equal((await ask(`http://127.0.0.1:${port}/livez`)).status, 200)
  })

  it('refuse a token that is none', async () => {
    for (const metricsToken of ['', 'short', 'with a blank in it'])
      await assert.rejects(openDesk({ metricsToken }), { code: 'OPTION_INVALID' })
  })
})

describe('what is ready', () => {
  const checkOf = async (base: string, id: string) => {
    const { status, json } = await ask(`${base}/readyz`)
    assert.equal(status, 200)
    return (json.checks as { id: string; ok: boolean; code?: string }[]).find((check) => check.id === id)
  }

  it('names a line of the audit list that was changed', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'audit.log')
      {
        await using desk = await openDesk({ dataFolder: folder })
        assert.equal((await checkOf(desk.base, 'audit'))?.ok, true)
      }
      const text = await readFile(path, 'utf8')
      assert.match(text, /"paired"/)
      await writeFile(path, text.replace('"paired"', '"unpaired"'))
      {
        await using desk = await openDesk({ dataFolder: folder })
        const check = await checkOf(desk.base, 'audit')
        assert.deepEqual([check?.ok, check?.code], [false, 'AUDIT_DAMAGED'])
      }
    }))

  it('names why the settings are not those that they should be', async () => {
    await using fine = await openDesk({ checkSettings: async () => {} })
    assert.equal((await checkOf(fine.base, 'settings'))?.ok, true)
    await using newer = await openDesk({
      checkSettings: async () => {
        throw agentError('SETTINGS_NEWER')
      },
    })
    assert.equal((await checkOf(newer.base, 'settings'))?.code, 'SETTINGS_NEWER')
  })
})
