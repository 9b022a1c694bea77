import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { cliError } from '../../errors/cli-error.ts'
import { EXIT } from '../../errors/exit.ts'
import { tell } from '../../output/say.ts'
import { sayEnded, sayReady } from '../../output/serving.ts'
import { inConsole, passSignalsOn } from './pass-signals-on.ts'

/** In a variable: the agent is no dependency of this package, it is used where it is installed. */
const AGENT = '@nationec/agent'

const JSON_FLAG = '--json'

/**
 * `nationec serve`: runs the agent's own program in a process of its own and ends as it ends.
 *
 * `--json` is this command's, wherever it stands among the options of the agent.
 */
export async function serveCommand(options: readonly string[], jsonFirst: boolean): Promise<number> {
  const json = jsonFirst || options.includes(JSON_FLAG)
  const program = agentProgram()
  if (program === undefined) {
    const text = { en: `npm install ${AGENT}`, zh: `npm install ${AGENT}` }
    throw cliError('PART_MISSING', { details: [{ en: `${text.en}.`, zh: `${text.zh}。` }] })
  }
  const before = 'Deno' in globalThis ? ['run', '-A', program] : [program]
  const child = spawn(process.execPath, [...before, ...options.filter((word) => word !== JSON_FLAG)], {
    stdio: ['inherit', json ? 'pipe' : 'inherit', 'inherit'],
  })
  const stopPassing = passSignalsOn(child, { inConsole: inConsole() })
  // When it has ended and everything that it said was read.
  const closed = once(child, 'close')
  if (child.stdout !== null) await tellOfAgent(child.stdout, child.pid)
  const [code]: (number | null)[] = await closed
  stopPassing()
  const exitCode = code ?? EXIT.configuration
  sayEnded(json, exitCode)
  return exitCode
}

/** The address that the agent prints becomes a line of JSON; any other text of it is talk. */
async function tellOfAgent(stdout: Readable, pid: number | undefined): Promise<void> {
  for await (const line of createInterface({ input: stdout })) {
    if (!/^http:\/\/\S+$/.test(line) || !URL.canParse(line)) tell(line)
    else sayReady({ mode: 'agent', address: `${new URL(line).origin}/`, startUrl: line, pid }, true, '')
  }
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
