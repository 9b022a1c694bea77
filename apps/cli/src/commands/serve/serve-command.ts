import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { cliError } from '../../cli-error.ts'
import { EXIT } from '../../exit.ts'

/** In a variable: the agent is no dependency of this package, it is used where somebody has installed it. */
const AGENT = '@nationec/demo-server'

/** `nationec serve`: runs the agent's own program in a process of its own and ends as it ends. */
export async function serveCommand(options: readonly string[]): Promise<number> {
  const program = agentProgram()
  if (program === undefined) {
    const text = { en: `npm install ${AGENT}`, zh: `npm install ${AGENT}` }
    throw cliError('PART_MISSING', { details: [{ en: `${text.en}.`, zh: `${text.zh}。` }] })
  }
  const before = 'Deno' in globalThis ? ['run', '-A', program] : [program]
  const child = spawn(process.execPath, [...before, ...options], { stdio: 'inherit' })
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, passOn)
  const [code]: (number | null)[] = await once(child, 'exit')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, passOn)
  return code ?? EXIT.configuration
}

/** The agent beside this package, or in the project of the current folder. */
function agentProgram(): string | undefined {
  for (const place of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      const manifest = createRequire(place).resolve(`${AGENT}/package.json`)
      const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(manifest, 'utf8'))
      const program = Object.values(bin)[0]
      if (program !== undefined) return join(dirname(manifest), program)
    } catch {
      // Not installed there.
    }
  }
  return undefined
}
