import process from 'node:process'
import pc from 'picocolors'

/**
 * Colours for one output: only on a terminal, and not with `NO_COLOR` (any value) or `TERM=dumb`. A console of an old
 * Windows shows escape codes as text, so that there `FORCE_COLOR` has to ask for them.
 */
export function coloursFor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv = process.env) {
  const { NO_COLOR, FORCE_COLOR, TERM, WT_SESSION } = environment
  const refused = (NO_COLOR ?? '') !== '' || TERM === 'dumb' || stream.isTTY !== true
  const understood = process.platform !== 'win32' || WT_SESSION !== undefined || TERM !== undefined
  return pc.createColors(!refused && (understood || (FORCE_COLOR ?? '') !== ''))
}
