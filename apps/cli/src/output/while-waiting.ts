import process from 'node:process'
import { tellPart } from './say.ts'

/** Clears the line and goes back to its beginning. */
const CLEAR = '\r\u001b[2K'

/** Says on a terminal that the terminal is at work, as long as it is; says nothing into a pipe. */
export async function whileWaiting<Result>(work: Promise<Result>): Promise<Result> {
  if (process.stderr.isTTY !== true) return work
  tellPart('... waiting for the terminal 等待终端')
  try {
    return await work
  } finally {
    tellPart(process.env['TERM'] === 'dumb' ? '\n' : CLEAR)
  }
}
