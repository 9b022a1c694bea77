// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runAlone, serving } from '../../fixtures/run-nationec.ts'

describe('nationec serve', () => {
  it('starts the agent that is installed, with its own options, and ends it', async () => {
    const agent = await serving('serve', '--transport', 'simulator', '--port', '0', '--log-level', 'silent')
    const { status } = await fetch(new URL('/livez', agent.url))
    assert.equal(status, 200)
    const { code, stderr } = await agent.end()
    if (!('Deno' in globalThis)) assert.equal(code, 0, stderr)
  })

  it('hands on the exit code of the agent, and its help', async () => {
    assert.equal((await runAlone(['serve', '--no-such-setting'])).code, 5)
    const { code, stdout } = await runAlone(['serve', '--help'])
    assert.equal(code, 0)
    assert.match(stdout, /nationec-agent/)
  })
})
