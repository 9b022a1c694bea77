import process from 'node:process'
import { understandsEscapes } from './colour.ts'
import { tellPart } from './say.ts'

/** What takes an unfinished line of stderr away; where the terminal cannot, what ends it. */
export function lineEraser(): string {
  return understandsEscapes(process.stderr) ? '\r\u001b[2K' : '\n'
}

/** Says on a terminal that the terminal is at work, as long as it is; says nothing into a pipe. */
export async function whileWaiting<Result>(work: Promise<Result>): Promise<Result> {
  if (process.stderr.isTTY !== true) return work
  tellPart('... waiting for the terminal 等待终端')
  try {
    return await work
  } finally {
    tellPart(lineEraser())
  }
}
