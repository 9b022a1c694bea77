// @needs cc
// @everyday node
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { buildNative } from './fixtures/native-build.ts'
import { allGone } from './fixtures/processes.ts'

const build = buildNative()
const program = fileURLToPath(new URL('./fixtures/careless-program.mjs', import.meta.url))

describe('a host whose program is killed while the library hangs', () => {
  for (const [way, host] of Object.entries({ native: build.host, koffi: 'koffi' })) {
    it(`ends by itself (${way})`, async () => {
      const words = /deno/.test(process.execPath) ? ['run', '--allow-all', '--quiet'] : []
      const child = spawn(process.execPath, [...words, program, build.library, host], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const pid = await new Promise<number>((resolve) => {
        child.stdout.once('data', (piece: Uint8Array) => resolve(Number(new TextDecoder().decode(piece))))
      })
      assert.ok(pid > 0)
      // Long enough to be inside the call; if it is not, the host must end all the same.
      await new Promise((resolve) => setTimeout(resolve, 50))
      child.kill('SIGKILL')
      await allGone([pid])
    })
  }
})
