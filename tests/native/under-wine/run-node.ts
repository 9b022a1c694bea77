/** Runs programs in the Windows Node under wine. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { wine } from './wine.ts'

const node = process.env['NATIONEC_WINDOWS_NODE'] ?? ''
/** The top of the repository, as a Windows program names it. */
export const TOP = 'Z:/project/'
/** The packages as they are built: under wine a link in node_modules is a folder, where Node runs no TypeScript. */
export const BUILD = `${TOP}.cache/build/`
/** A node.exe that takes longer hangs; the longest takes a tenth of it. */
const LIMIT = 120_000

function environmentWith(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _, NODE_EXTRA_CA_CERTS: __, ...environment } = process.env
  return {
    ...environment,
    NODE_OPTIONS: `--require ${TOP}tests/native/under-wine/node-streams.cjs`,
    NATIONEC_NATIVE_IS_BUILT: '1',
    ...more,
  }
}

/**
 * Runs a program that may leave others running: under wine those keep its pipes open, so that it prints into a file, and
 * its end is all that is waited for.
 */
export async function runLeaving(args: readonly string[], file: string) {
  const output = openSync(file, 'w')
  try {
    const stdio = ['ignore', output, output] as const
    const child = spawn(wine, [node, ...args], { env: environmentWith({}), stdio: [...stdio], timeout: LIMIT })
    const [code] = await once(child, 'exit')
    return { code, output: readFileSync(file, 'utf8') }
  } finally {
    closeSync(output)
  }
}

/** Runs a program of the repository in node.exe and gives what it prints. */
export async function runNode(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const child = spawn(wine, [node, ...args], {
    env: environmentWith(more),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT,
    killSignal: 'SIGKILL',
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const closed = once(child, 'close')
  const [code] = await once(child, 'exit')
  // What a killed program has started may keep the pipes open.
  if (code !== null) await closed
  for (const stream of [child.stdout, child.stderr]) stream.destroy()
  return { code, output, errors }
}
