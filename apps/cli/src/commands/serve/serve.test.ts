import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { nationec, serving } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const here = fileURLToPath(new URL('../../../', import.meta.url))

describe('nationec serve', () => {
  it('starts the agent that is installed, with its own options, and ends it', async () => {
    const agent = await serving('serve', '--port', '0', '--log-level', 'silent')
    const { status } = await fetch(new URL('/livez', agent.url))
    assert.equal(status, 200)
    const { code, stderr } = await agent.end()
    if (!('Deno' in globalThis)) assert.equal(code, 0, stderr)
  })

  it('hands on the exit code of the agent, and its help', async () => {
    assert.equal((await nationec('serve', '--no-such-setting')).code, 2)
    const { code, stdout } = await nationec('serve', '--help')
    assert.equal(code, 0)
    assert.match(stdout, /nationec-agent/)
  })

  it('says what to install where there is no agent', () => {
    using folder = temporaryFolder()
    const modules = folder.in('node_modules')
    const cli = join(modules, '@nationec/cli')
    for (const part of ['package.json', 'bin', 'dist']) cpSync(join(here, part), join(cli, part), { recursive: true })
    const require = createRequire(join(here, 'package.json'))
    for (const [name, file] of [
      ['@nationec/errors', '@nationec/errors/package.json'],
      // Its main file lies at the top; it does not export its package.json.
      ['commander', 'commander'],
    ] as const) {
      const from = dirname(require.resolve(file))
      const filter = (path: string): boolean => !path.slice(from.length).includes('node_modules')
      cpSync(from, join(modules, name), { recursive: true, filter })
    }
    const before = 'Deno' in globalThis ? ['run', '-A', '--node-modules-dir=manual'] : []
    const program = join(cli, 'bin/nationec.mjs')
    const { status, stderr } = spawnSync(process.execPath, [...before, program, 'serve'], {
      cwd: dirname(cli),
      encoding: 'utf8',
    })
    assert.equal(status, 5, stderr)
    assert.match(stderr, /PART_MISSING.*npm install @nationec\/demo-server/)
  })
})
