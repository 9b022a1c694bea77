import { maskLog, maskMembers } from '@nationec/protocol/privacy'
import { type DestinationStream, pino } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** What is logged of every request: nothing that the request itself says, so nothing has to be masked. */
export interface RequestLine {
  readonly request: string
  readonly method: string
  /** With its parts in braces, as it is described. */
  readonly route: string
  readonly status: number
  readonly ms: number
}

/** Writes JSON lines. */
export interface Logger {
  request(line: RequestLine): void
  info(members: Readonly<Record<string, unknown>>, message: string): void
  error(members: Readonly<Record<string, unknown>>, message: string): void
}

/** A logger that masks every line. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    // The usual serializers would write out the messages of errors.
    serializers: {},
  }
  const lines = destination === undefined ? pino(options) : pino(options, destination)
  const wanted = lines.isLevelEnabled('info')
  return {
    request(line) {
      if (wanted) quietly(() => lines.info(line, 'request'))
    },
    info(members, message) {
      if (wanted) quietly(() => lines.info(maskMembers(members), maskLog(message)))
    },
    error: (members, message) => quietly(() => lines.error(maskMembers(members), maskLog(message))),
  }
}

/** A full disk under the log stops no payment. */
function quietly(write: () => void): void {
  try {
    write()
  } catch {
    // There is no other place to tell it.
  }
}
