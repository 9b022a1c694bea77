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

/** The exit code of a failure: what became of the request comes first. */
export function exitCodeOf(error: unknown): number {
  if (!isNationEcError(error)) return EXIT.configuration
  if (error.delivery === 'unknown') return EXIT.unknown
  if (error.delivery === 'answered') return EXIT.refused
  if (error.code === 'PROFILE_INVALID' || error.code === 'TRANSPORT_INVALID') return EXIT.configuration
  return error.layer === 'client' ? EXIT.usage : EXIT.transport
}
