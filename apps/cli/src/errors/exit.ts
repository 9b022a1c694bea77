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
