/** How long the command line takes to say `--help`, against a Node that does nothing. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ratio, report } from '../../../scripts/bench-kit.ts'

const program = fileURLToPath(new URL('../bin/nationec.mjs', import.meta.url))

function startNode(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
}

const startup = await ratio(
  () => startNode(program, '--help'),
  () => startNode('-e', '0'),
  { samples: 21, milliseconds: 1 },
)
report('cli.startup/node', startup)
