import { isNationEcError } from '@nationec/errors'

/** What the process says when it ends; documented in `docs/cli.md`. */
export const EXIT = {
  ok: 0,
  /** The terminal or the centre answered, and refused. */
  refused: 1,
  /** The command line or its input is wrong; nothing was sent. */
  usage: 2,
  /** The request left and its outcome is not known: query, never repeat. */
  unknown: 3,
  /** The terminal could not be reached; nothing was sent. */
  transport: 4,
  /** A setting is wrong or a part is missing. */
  configuration: 5,
} as const

const CONFIGURATION: ReadonlySet<string> = new Set([
  'PROFILE_INVALID',
  'TRANSPORT_INVALID',
  'PORT_BUSY',
  'PORT_REFUSED',
  'TARGET_UNKNOWN',
  'BUILD_FAILED',
  'FOLDER_NOT_WRITABLE',
])

/** The exit code of a failure: what became of the request comes first. */
export function exitCodeOf(error: unknown): number {
  if (!isNationEcError(error)) return EXIT.configuration
  if (error.delivery === 'unknown') return EXIT.unknown
  if (error.delivery === 'answered') return EXIT.refused
  if (CONFIGURATION.has(error.code)) return EXIT.configuration
  return error.layer === 'client' || error.code === 'SIMULATOR_OPTION_INVALID' ? EXIT.usage : EXIT.transport
}
