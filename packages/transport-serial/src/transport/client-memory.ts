import type { Journal } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { PeerId, RequestId } from '../message/message.ts'

/** A request as the institution made it. */
export interface NewRequest {
  readonly id: RequestId
  /** Seconds since 1970. */
  readonly madeAt: number
  readonly url: string
  readonly text: string
}

/** A request whose outcome is open. */
export interface OpenRequest extends NewRequest {
  /** The terminal it went to. */
  readonly peer: PeerId
}

export interface ClientMemory {
  /** Sent, or about to be sent when the program ended. */
  readonly open: Map<RequestId, OpenRequest>
  /** Their outcome was told. */
  readonly closed: Set<RequestId>
  /** Pushes that were handed on. */
  readonly pushes: Set<RequestId>
}

/** Reads what the journal holds. */
export function readClientMemory(journal: Journal): ClientMemory {
  const memory: ClientMemory = { open: new Map(), closed: new Set(), pushes: new Set() }
  journal.replay((entry) => remember(memory, entry))
  return memory
}

function remember(memory: ClientMemory, entry: JournalEntry): void {
  const { open, closed, pushes } = memory
  switch (entry.type) {
    case 'request': {
      const { id, madeAt, url, text, peer } = entry
      open.set(id, { id, madeAt, url, text, peer })
      return
    }
    case 'done':
    case 'void':
    case 'not-executed':
      open.delete(entry.id)
      closed.add(entry.id)
      return
    case 'acknowledged':
      pushes.add(entry.id)
      return
    default:
  }
}
