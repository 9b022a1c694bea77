/**
 * A real pty pair, both ends in one process, on each runtime: megabytes a second and the median round trip of 20 bytes, of the
 * bare port and of the link on it. A pty has no rate, so these are what port and link cost; 115200 baud are 0.0115 MB/s.
 */
import { fileURLToPath } from 'node:url'
import { report } from '../../../scripts/bench-kit.ts'
import { run } from '../../../scripts/run.mjs'
import { bun, deno, machineNode, toolEnvironment, toolNode } from '../../../scripts/tools.mjs'
import { ptyLine } from '../src/fixtures/pty/pty-line.ts'

const player = fileURLToPath(new URL('./pty-player.mjs', import.meta.url))
const bunPath = bun()?.path
const denoPath = deno()?.path

interface Runner {
  readonly name: string
  readonly command: string
  readonly words: readonly string[]
  readonly bindings: readonly string[]
}

const node = (name: string, command: string): Runner => ({ name, command, words: [], bindings: ['stty', 'serialport'] })
const runners: readonly Runner[] = [
  node('node', toolNode().path),
  node('machine', machineNode().path),
  ...(bunPath === undefined ? [] : [{ name: 'bun', command: bunPath, words: [], bindings: ['stty'] }]),
  ...(denoPath === undefined
    ? []
    : [{ name: 'deno', command: denoPath, words: ['run', '-A', '--no-lock', '--quiet'], bindings: ['stty'] }]),
]

for (const { name, command, words, bindings } of runners) {
  for (const binding of bindings) {
    await using line = await ptyLine()
    const { code, output } = await run(command, [...words, player, line.a, line.b, binding], { env: toolEnvironment() })
    if (code !== 0) throw new Error(`${name} with ${binding}: ${output}`)
    for (const found of output.matchAll(/^(\S+) ([\d.]+)$/gm)) {
      report(`${found[1]}.${name}.${binding}`, Number(found[2]))
    }
  }
}
