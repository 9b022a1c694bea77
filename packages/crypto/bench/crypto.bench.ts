/**
 * SM2, SM3 and SM4 by each provider, on each runtime: how many times as fast as plain calls of sm-crypto and of
 * `node:crypto` (`/sm-crypto`, `/openssl`), and in operations or megabytes a second (`.abs`).
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bun, deno } from '../../../scripts/tools.mjs'

const script = fileURLToPath(new URL('measure.ts', import.meta.url))
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
  const { status, error } = spawnSync(command, [...words, script, name], { stdio: 'inherit' })
  if (status !== 0) throw error ?? new Error(`${name} failed`)
}
