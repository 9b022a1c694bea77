import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import process from 'node:process'
import { portError } from './port-error.ts'
import { portFailure } from './port-failure.ts'

/**
 * Looks at the path of a port without opening it, so that the usual mistakes have the same errors with every binding.
 * A port of Windows is no file: there it tells nothing.
 *
 * @throws `TransportError` `PORT_MISSING`, `PORT_FORBIDDEN`, `PORT_NOT_SERIAL`
 * @example not run: needs a port
 * ```ts
 * import { checkPort } from '@nationec/transport-serial'
 *
 * await checkPort('/dev/ttyUSB0')
 * ```
 */
export async function checkPort(path: string): Promise<void> {
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
