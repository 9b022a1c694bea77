import { bytesToHex } from '@nationec/crypto'
import { sm3 } from '@nationec/crypto/sm3'
import type { Journal, JournalPosition } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { RequestId } from '../message/message.ts'
import { bytesOfText } from '../message/text-bytes.ts'

/** What the terminal knows of one request id. */
export interface Remembered {
  /** `begun`: the effect may have happened. */
  state: 'begun' | 'done' | 'void' | 'not-executed'
  readonly madeAt: number
  /** Of the request's bytes; a tombstone has none. */
  readonly digest: string | undefined
  acknowledged: boolean
  /** Of the result if there is one, else of the request. */
  position: JournalPosition
}

export interface TerminalMemory {
  readonly requests: Map<RequestId, Remembered>
  /** Pushes without an acknowledgement. */
  readonly pushes: Map<RequestId, JournalPosition>
  /** Everything made until then may have been forgotten. */
  lowWater: number
  /** Nothing was ever written. */
  isEmpty: boolean
}

/** Reads what the journal holds. */
export function readMemory(journal: Journal): TerminalMemory {
  const memory: TerminalMemory = { requests: new Map(), pushes: new Map(), lowWater: -1, isEmpty: true }
  journal.replay((entry, position) => remember(memory, entry, position))
  return memory
}

function remember(memory: TerminalMemory, entry: JournalEntry, position: JournalPosition): void {
  const { requests, pushes } = memory
  memory.isEmpty = false
  if (entry.type === 'low-water') {
    memory.lowWater = Math.max(memory.lowWater, entry.madeAt)
    return
  }
  const { type, id, madeAt } = entry
  const known = requests.get(id)
  switch (type) {
    case 'request':
      requests.set(id, {
        state: 'begun',
        madeAt,
        digest: digestOf(entry.url, entry.text),
        acknowledged: false,
        position,
      })
      return
    case 'push':
      pushes.set(id, position)
      return
    case 'done':
      if (known !== undefined) Object.assign(known, { state: 'done', position })
      return
    case 'acknowledged':
      pushes.delete(id)
      if (known !== undefined) known.acknowledged = true
      return
    case 'counterpart':
      return
    default:
      requests.set(id, { state: type, madeAt, digest: known?.digest, acknowledged: true, position })
  }
}

/** Tells two requests under one id apart. */
export function digestOf(url: string, text: string): string {
  return bytesToHex(sm3(bytesOfText(`${url}\0${text}`)))
}
