import process from 'node:process'
import pc from 'picocolors'

/** Whether an output is a terminal that does what escape codes say. */
export function understandsEscapes(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv = process.env): boolean {
  const { FORCE_COLOR, TERM, WT_SESSION } = environment
  const understood = process.platform !== 'win32' || WT_SESSION !== undefined || TERM !== undefined
  return stream.isTTY === true && TERM !== 'dumb' && (understood || (FORCE_COLOR ?? '') !== '')
}

/**
 * Colours for one output: only on a terminal, and not with `NO_COLOR` (any value) or `TERM=dumb`. A console of an old
 * Windows shows escape codes as text, so that there `FORCE_COLOR` has to ask for them.
 */
export function coloursFor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv = process.env) {
  return pc.createColors((environment['NO_COLOR'] ?? '') === '' && understandsEscapes(stream, environment))
}
