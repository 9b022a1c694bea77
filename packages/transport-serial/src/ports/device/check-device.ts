import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import process from 'node:process'
import { portError } from './port-error.ts'
import { portFailure } from './port-failure.ts'

/**
 * Looks at the path before anything is opened, so that the usual mistakes have the same errors with every binding.
 *
 * Throws `PORT_MISSING`, `PORT_FORBIDDEN` or `PORT_NOT_SERIAL`.
 */
export async function checkDevice(path: string): Promise<void> {
  if (process.platform === 'win32') return // COM ports are no files
  try {
    const stats = await stat(path)
    if (!stats.isCharacterDevice()) throw portError('PORT_NOT_SERIAL', path)
    await access(path, constants.R_OK | constants.W_OK)
  } catch (failure) {
    throw portFailure(failure, path)
  }
}

/** Whether it is a pseudo-terminal, which has no line and so no rate of its own (Linux, macOS). */
export async function isPseudoTerminal(path: string): Promise<boolean> {
  return /^\/dev\/(pts\/|ttys)\d+$/.test(await realpath(path).catch(() => path))
}
