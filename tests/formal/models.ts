import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/tools.mjs'

const folder = join(root, 'docs/spec/proverif')

/** Whether each query holds, by what it is about: `attacker(secReq)`, `inj-event(T_done)`. */
export type Verdicts = Readonly<Record<string, boolean>>

/** One model of results.json. */
export interface RecordedModel {
  readonly file: string
  readonly sha256: string
  /** Queries that must not hold: a control that passes them says that the queries can see nothing. */
  readonly mustFail: readonly string[]
  /** What a run of this very text gave. */
  readonly recorded: Verdicts
  /** What a run must give, though none of this very text is on record. */
  readonly expected: Verdicts
}

export interface Recorded {
  readonly tool: string
  readonly writtenDown: string
  readonly models: readonly RecordedModel[]
}

export function readRecorded(): Recorded {
  return JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Recorded
}

/** The models that are there, relative to their folder. */
export function modelFiles(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  return files.filter((file) => file.endsWith('.pv')).sort()
}

export function modelPath(file: string): string {
  return join(folder, file)
}

export function readModel(file: string): string {
  return readFileSync(modelPath(file), 'utf8').replaceAll('\r\n', '\n')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
