import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Memory at the 900K limit, measured in processes of their own: with a young generation that no collection touches
 * during the one call, everything the call allocates is still there after it, so the figure is never under the peak.
 */
const program = fileURLToPath(new URL('./measure-memory.ts', import.meta.url))
const flags = ['--expose-gc', '--min-semi-space-size=64', '--max-semi-space-size=64']

for (const form of ['object', 'text']) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, program, form], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  process.stdout.write(stdout)
}
