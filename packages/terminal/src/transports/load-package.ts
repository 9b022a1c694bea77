import { TerminalError } from '../errors/terminal-error.ts'

/**
 * Loads a package when a transport is chosen, so that native code is never touched unasked.
 *
 * @throws `TRANSPORT_PACKAGE_MISSING` with the command that installs it
 */
export async function loadPackage<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    if (!isMissing(name, error)) throw error
    const command = `npm install ${name}`
    throw new TerminalError('TRANSPORT_PACKAGE_MISSING', {
      cause: error,
      details: [{ en: `${command}.`, zh: `${command}。` }],
    })
  }
}

/** Missing is the package itself, and not something that it imports. */
function isMissing(name: string, error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /MODULE_NOT_FOUND|ERR_MODULE/.test(code) && error.message.includes(name)
}
