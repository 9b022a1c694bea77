import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { isNationEcError } from '@nationec/errors'
import { checkTerminal, type TerminalSettings } from '@nationec/terminal'
import { agentError } from '../errors/agent-error.ts'

/**
 * Looks at the way to the terminal before anything starts.
 *
 * A library that is not there is a wrong setting and ends the start. A port may be plugged in later, and the ledger must
 * be in reach meanwhile: that is said aloud, and the agent starts.
 *
 * @returns the same look, for as long as the agent runs
 * @throws `LIBRARY_*`, `TRANSPORT_PACKAGE_MISSING`
 */
export async function checkedTerminal(settings: TerminalSettings): Promise<() => Promise<void>> {
  const look = (): Promise<void> => checkTerminal(settings)
  try {
    await look()
  } catch (error) {
    if (!isNationEcError(error) || !error.code.startsWith('PORT_')) throw error
    process.stderr.write(`${error.message}\n`)
  }
  return look
}

/**
 * Makes the folder of the log and sees that the file can be written, before the log itself would end the program.
 *
 * @throws `AGENT_LOG_UNWRITABLE`
 */
export async function prepareLogFile(path: string | undefined): Promise<void> {
  if (path === undefined) return
  try {
    await makeFolder(dirname(path))
    await (await open(path, 'a', 0o600)).close()
  } catch (cause) {
    throw agentError('AGENT_LOG_UNWRITABLE', { cause, details: [{ en: `${path}.`, zh: `${path}。` }] })
  }
}

/** One level after the other: Node's own recursion does not end inside the folder of the processes. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}
