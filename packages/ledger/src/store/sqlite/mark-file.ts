import { createHmac, type KeyObject } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, write, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { storeError } from '../../errors/ledger-error.ts'
import type { LaneEnd } from '../sql/write-group.ts'
import { syncFolder } from './key-file.ts'

/**
 * A side file that holds the end of the chain: commits that vanish from the database are seen by it. It is written after
 * the commit and not waited for, so it may be behind, but never ahead.
 */
export interface MarkFile {
  /** The end that was marked last; `undefined` when there is no file yet. */
  readonly marked: LaneEnd | undefined
  /** Marks an end soon. */
  mark(end: LaneEnd): void
  /** Resolves when the last end is in the file. */
  close(): Promise<void>
}

/** Two places, written in turns: one that was torn by a power cut leaves the other. A page of the disk each. */
const PLACE_BYTES = 4_096

/** @throws `LEDGER_DAMAGED` when there is a file and neither place can be read */
export function openMark(path: string, key: KeyObject): MarkFile {
  const marked = existsSync(path) ? readMark(path, key) : undefined
  let [turn, written] = [0, marked?.seq ?? -1]
  let handle: number | undefined
  let wanted: LaneEnd | undefined
  let writing: Promise<void> | undefined

  function begin(): void {
    writing ??= writeWanted().finally(() => {
      writing = undefined
    })
  }

  async function writeWanted(): Promise<void> {
    // A commit that comes meanwhile is marked with the next writing.
    while (wanted !== undefined && wanted.seq !== written) {
      const end = wanted
      const place = textOf(end, key)
      handle ??= openSync(path, existsSync(path) ? 'r+' : 'w+', 0o600)
      await writeAt(handle, place, turn * PLACE_BYTES)
      written = end.seq
      turn = 1 - turn
    }
  }

  return {
    marked,
    mark(end) {
      wanted = end
      begin()
      // A mark that cannot be written leaves the one before, which is still true.
      writing?.catch(() => {})
    },
    async close() {
      await writing?.catch(() => {})
      if (handle === undefined) return
      fsyncSync(handle)
      closeSync(handle)
      handle = undefined
    },
  }
}

/** Writes the first mark of a ledger, before its first commit. */
export function makeMark(path: string, key: KeyObject, end: LaneEnd): void {
  const handle = openSync(path, 'w', 0o600)
  try {
    for (const place of [0, 1]) {
      const bytes = Buffer.from(textOf(end, key))
      writeSync(handle, bytes, 0, bytes.length, place * PLACE_BYTES)
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  syncFolder(dirname(path))
}

function readMark(path: string, key: KeyObject): LaneEnd {
  const bytes = readFileSync(path)
  const ends = [0, 1].flatMap((place) => {
    const text = bytes.subarray(place * PLACE_BYTES, (place + 1) * PLACE_BYTES).toString('latin1')
    const [, seq = '', link = ''] = /^mark ([0-9]{1,16}) ([0-9a-f]{64}) [0-9a-f]{64}\n/.exec(text) ?? []
    const end = { seq: Number(seq), link }
    return seq !== '' && text.startsWith(textOf(end, key)) ? [end] : []
  })
  const [newest] = ends.sort((a, b) => b.seq - a.seq)
  if (newest === undefined) throw storeError('LEDGER_DAMAGED', { details: [NO_MARK] })
  return newest
}

function textOf({ seq, link }: LaneEnd, key: KeyObject): string {
  const proof = createHmac('sha256', key).update(`mark\n${seq}\n${link}`).digest('hex')
  return `mark ${seq} ${link} ${proof}\n`
}

function writeAt(handle: number, text: string, position: number): Promise<void> {
  // As bytes: Deno writes a text to the end, wherever it shall stand.
  const bytes = Buffer.from(text)
  return new Promise((resolve, reject) => {
    write(handle, bytes, 0, bytes.length, position, (error) => (error === null ? resolve() : reject(error)))
  })
}

export const NO_MARK = {
  en: 'The mark of the last event cannot be read: commits may be missing at the end. Where no backup is newer, `nationec ledger renew-mark` makes it anew.',
  zh: '末尾事件标记无法读取：账本末尾可能缺少记录。若无更新的备份，可用 nationec ledger renew-mark 重建。',
}
