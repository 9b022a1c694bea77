import type { TerminalSettings } from './settings/terminal-settings.ts'
import { loadPackage } from './transports/load-package.ts'

/**
 * Looks whether what the transport needs is there: the library's file, the port. Nothing is loaded or opened.
 *
 * What lies behind the other transports is seen with the first exchange only.
 *
 * @throws `LIBRARY_*` or `PORT_*` as the first exchange would; `TRANSPORT_PACKAGE_MISSING`
 *
 * @example
 * ```ts
 * import { checkTerminal, readTerminalSettings } from '@nationec/terminal'
 *
 * const { settings } = await readTerminalSettings({ flags: { transport: 'simulator' } })
 * await checkTerminal(settings)
 * ```
 */
export async function checkTerminal({ transport, library, dll, serialPort }: TerminalSettings): Promise<void> {
  if (transport === 'dll' && library !== undefined) {
    const { checkLibrary } = await loadPackage(
      '@nationec/transport-dll-ffi',
      () => import('@nationec/transport-dll-ffi'),
    )
    await checkLibrary({ library, host: hostOf(dll) })
  }
  if (transport === 'serial' && serialPort !== undefined) {
    const { checkPort } = await loadPackage('@nationec/transport-serial', () => import('@nationec/transport-serial'))
    await checkPort(serialPort)
  }
}

/** The members of `dll.host` that matter; the transport itself refuses those of another type. */
function hostOf({ host }: TerminalSettings['dll']) {
  const { path, libraryAs } = (typeof host === 'object' && host !== null ? host : {}) as Record<string, unknown>
  return { path: textOf(path), libraryAs: textOf(libraryAs) }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
