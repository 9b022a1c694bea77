import process from 'node:process'
import { EXIT } from '../errors/exit.ts'
import { say, sayJsonLine, tell } from './say.ts'

/** What stands behind an address. */
export type ServingMode = 'http' | 'serial' | 'record' | 'replay' | 'agent'

/** Where a command serves; `schema/serving.json` describes the lines made of it. */
export interface Serving {
  readonly mode: ServingMode
  /** A URL, or the name of a serial port. */
  readonly address: string
  /** The process that serves. Default: this one. */
  readonly pid?: number | undefined
  /** Where a browser starts, if that is another address: it holds a code that works once. */
  readonly startUrl?: string | undefined
}

/** Says that callers may come: the address alone on stdout and `talk` on stderr, or a line of JSON. */
export function sayReady({ mode, address, pid = process.pid, startUrl }: Serving, json: boolean, talk: string): void {
  if (json) {
    const start = startUrl === undefined ? {} : { startUrl }
    sayJsonLine({ event: 'ready', mode, address, ...start, port: portOf(address), pid })
    return
  }
  say(startUrl ?? address)
  tell(talk)
}

/** The last line of JSON of a command that has served; a failure takes its place. */
export function sayEnded(json: boolean, exitCode: number = EXIT.ok): void {
  if (json) sayJsonLine({ event: 'ended', exitCode })
}

/** A serial port has a name and no number. */
function portOf(address: string): number | null {
  if (!address.startsWith('http://') || !URL.canParse(address)) return null
  const { port } = new URL(address)
  return port === '' ? 80 : Number(port)
}
