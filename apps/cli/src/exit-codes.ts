import { isNationEcError } from '@nationec/errors'
import { inputErrors } from './errors/input-errors.ts'

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

/** Failures of the caller's own layer that are not about what was typed for this one call. */
const CONFIGURATION: ReadonlySet<string> = new Set([
  'PROFILE_INVALID',
  'TRANSPORT_INVALID',
  'SETTING_INVALID',
  'CONFIG_NOT_READABLE',
  'CRYPTO_PROVIDER_UNAVAILABLE',
])

/** Failures of the machine: the command could not even try. */
const MACHINE: ReadonlySet<string> = new Set([
  'PORT_BUSY',
  'PORT_REFUSED',
  'TARGET_UNKNOWN',
  'BUILD_FAILED',
  'FOLDER_NOT_WRITABLE',
  'FILE_EXISTS',
  'PART_MISSING',
  'UNEXPECTED',
])

/** The exit code of a failure: what became of the request comes first. */
export function exitCodeOf(error: unknown): number {
  if (!isNationEcError(error)) return EXIT.configuration
  const { code, delivery, layer } = error
  if (delivery === 'unknown') return EXIT.unknown
  if (delivery === 'answered') return EXIT.refused
  if (CONFIGURATION.has(code) || MACHINE.has(code)) return EXIT.configuration
  if (code in inputErrors || layer === 'client' || code === 'SIMULATOR_OPTION_INVALID') return EXIT.usage
  return EXIT.transport
}
