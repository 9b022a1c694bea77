import { bytesToHex } from '@nationec/crypto'
import { sm3 } from '@nationec/crypto/sm3'
import type { Journal, JournalPosition } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { PeerId, RequestId } from '../message/message.ts'
import { bytesOfText } from '../message/text-bytes.ts'

/** What the terminal knows of one request id. */
export interface Remembered {
  /** `begun`: the effect may have happened. */
  state: 'begun' | 'done' | 'void' | 'not-executed'
  /** Whose act it is. */
  readonly peer: PeerId
  readonly madeAt: number
  /** Of the request's bytes; a tombstone has none. */
  readonly digest: string | undefined
  acknowledged: boolean
  /** Of the result if there is one, else of the request. */
  position: JournalPosition
}

export interface KeptPush {
  readonly peer: PeerId
  readonly position: JournalPosition
}

export interface TerminalMemory {
  readonly requests: Map<RequestId, Remembered>
  /** Pushes without an acknowledgement. */
  readonly pushes: Map<RequestId, KeptPush>
  /** Everything that a peer made until then may have been forgotten. A peer that is not here has nothing in the journal. */
  readonly marks: Map<PeerId, number>
}

/** Reads what the journal holds. */
export function readMemory(journal: Journal): TerminalMemory {
  const memory: TerminalMemory = { requests: new Map(), pushes: new Map(), marks: new Map() }
  journal.replay((entry, position) => remember(memory, entry, position))
  return memory
}

function remember(memory: TerminalMemory, entry: JournalEntry, position: JournalPosition): void {
  const { requests, pushes, marks } = memory
  const { peer, madeAt } = entry
  if (entry.type === 'low-water') {
    marks.set(peer, Math.max(marks.get(peer) ?? 0, madeAt))
    return
  }
  const { type, id } = entry
  const known = requests.get(id)
  switch (type) {
    case 'request':
      requests.set(id, {
        state: 'begun',
        peer,
        madeAt,
        digest: digestOf(entry.url, entry.text),
        acknowledged: false,
        position,
      })
      return
    case 'push':
      pushes.set(id, { peer, position })
      return
    case 'done':
      if (known !== undefined) Object.assign(known, { state: 'done', position })
      return
    case 'acknowledged':
      pushes.delete(id)
      if (known !== undefined) known.acknowledged = true
      return
    default:
      requests.set(id, { state: type, peer, madeAt, digest: known?.digest, acknowledged: true, position })
  }
}

/** Tells two requests under one id apart. */
export function digestOf(url: string, text: string): string {
  return bytesToHex(sm3(bytesOfText(`${url}\0${text}`)))
}
