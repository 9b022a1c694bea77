import { createHash } from 'node:crypto'
import { agentError } from '../errors/agent-error.ts'
import type { JournalRecord } from './journal-record.ts'

const CHECKSUM_LENGTH = 16

/** A record as a line: a checksum, a space, its JSON. */
export function writeLine(record: JournalRecord): Buffer {
  const json = JSON.stringify(record)
  return Buffer.from(`${checksum(json)} ${json}\n`, 'utf8')
}

/** The record of a line without its end, or `undefined` when the line is torn. */
export function readLine(line: string): JournalRecord | undefined {
  const json = line.slice(CHECKSUM_LENGTH + 1)
  if (line[CHECKSUM_LENGTH] !== ' ' || checksum(json) !== line.slice(0, CHECKSUM_LENGTH)) return undefined
  return JSON.parse(json) as JournalRecord
}

/** What a journal file holds. */
export interface JournalContent {
  readonly records: readonly (readonly [record: JournalRecord, place: number])[]
  /** Bytes up to the end of the last good line: what follows is the torn end of a write that a crash cut short. */
  readonly length: number
}

/**
 * Reads a journal. A torn end is what a power cut leaves, and no caller was told of it: it is left out.
 *
 * @throws `JOURNAL_DAMAGED` when a good line follows a bad one: that no crash does
 */
export function readJournal(bytes: Buffer): JournalContent {
  const records: (readonly [JournalRecord, number])[] = []
  let length = 0
  let torn = false
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    if (end < 0) break
    const record = readLine(bytes.toString('utf8', start, end))
    if (record === undefined) torn = true
    else {
      if (torn) throw agentError('JOURNAL_DAMAGED')
      records.push([record, start])
      length = end + 1
    }
    start = end + 1
  }
  return { records, length }
}

function checksum(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, CHECKSUM_LENGTH)
}
