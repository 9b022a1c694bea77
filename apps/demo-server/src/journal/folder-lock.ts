import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { agentError } from '../errors/agent-error.ts'
import { markOfProcess } from './process-mark.ts'

/** Folders that this very process holds. */
const held = new Set<string>()

/**
 * Takes a data folder for this process alone; gives the way to leave it.
 *
 * @throws `JOURNAL_LOCKED` while another agent that is alive holds it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const name = resolve(folder)
  if (held.has(name)) throw agentError('JOURNAL_LOCKED')
  held.add(name)
  const path = join(name, 'agent.lock')
  try {
    await mkdir(name, { recursive: true, mode: 0o700 })
    await take(path)
  } catch (error) {
    held.delete(name)
    throw error
  }
  return async () => {
    await rm(path, { force: true })
    held.delete(name)
  }
}

async function take(path: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(path, `${process.pid} ${(await markOfProcess(process.pid)) ?? ''}`, { flag: 'wx', mode: 0o600 })
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const [holder = '', mark = ''] = (await readFile(path, 'utf8').catch(() => '')).split(' ')
      if (await holds(Number(holder), mark)) throw agentError('JOURNAL_LOCKED')
      await rm(path, { force: true }) // left by an agent that was killed
    }
  }
  throw agentError('JOURNAL_LOCKED')
}

/** After a power cut another process may have the number of the agent that held the folder. */
async function holds(pid: number, mark: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const now = mark === '' ? undefined : await markOfProcess(pid)
  return now === undefined || now === mark
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
