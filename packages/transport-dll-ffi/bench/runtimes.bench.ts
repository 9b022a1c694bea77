/** The same function on each runtime: by our transport, by bare koffi, and by the runtime's own FFI. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bun, deno } from '../../../scripts/tools.mjs'
import { standIn } from './library.ts'

const script = fileURLToPath(new URL('bare.ts', import.meta.url))
const runtimes = [
  { name: 'node', command: process.execPath, words: [] },
  { name: 'bun', command: bun()?.path, words: [] },
  {
    name: 'deno',
    command: deno()?.path,
    words: ['run', '--allow-all', '--no-check', '--quiet', '--node-modules-dir=manual'],
  },
]
for (const { name, command, words } of runtimes) {
  if (command === undefined) continue
  const { status, error } = spawnSync(command, [...words, script, name, standIn.library], { stdio: 'inherit' })
  if (status !== 0) throw error ?? new Error(`${name} failed`)
}
