import { isNationEcError } from '@nationec/errors'
import { plainReferences } from '../model/references.ts'
import type { Books } from './books.ts'
import type { Entry } from './entry.ts'
import type { OperationReply, OperationRequest, Performed } from './operation-request.ts'

/** Status and problem document of an error. */
export type Describe = (error: unknown) => {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

export interface CarryOutParts {
  readonly books: Books
  readonly describe: Describe
  readonly onEnd: (entry: Entry, outcome: 'done' | 'refused' | 'unknown' | 'not-sent') => void
}

/** Carries out an operation that is in the index: its intention is on the disk before the first byte leaves. */
export type CarryOut = (entry: Entry, request: OperationRequest) => Promise<OperationReply>

export function createCarryOut({ books, describe, onEnd }: CarryOutParts): CarryOut {
  const { index, storage, clock } = books

  async function carryOut(entry: Entry, request: OperationRequest): Promise<OperationReply> {
    const { id, scope, key, kind, digest, references } = entry
    try {
      await storage.journal.append({ type: 'begin', id, scope, key, kind, digest, references, at: entry.startedAt })
    } catch (error) {
      index.remove(entry)
      throw error
    }
    tell(entry)
    try {
      const performed = await request.perform()
      if (performed.references !== undefined) {
        entry.references = plainReferences({ ...entry.references, ...performed.references })
        index.reindex(entry)
      }
      if (performed.uncertain !== undefined) return await end(entry, 'unknown', describe(performed.uncertain))
      return await end(entry, 'done', performed)
    } catch (error) {
      const delivery = isNationEcError(error) ? error.delivery : 'unknown'
      if (delivery === 'not-sent' || (delivery === 'answered' && request.freeAfterRefusal === true)) {
        return await free(entry, error)
      }
      return await end(entry, delivery === 'answered' ? 'refused' : 'unknown', describe(error))
    }
  }

  async function end(
    entry: Entry,
    state: 'done' | 'refused' | 'unknown',
    { status, body }: Pick<Performed, 'status' | 'body'>,
  ): Promise<OperationReply> {
    const { id, references } = entry
    const code = state === 'done' || typeof body['code'] !== 'string' ? undefined : body['code']
    const at = clock()
    const answer = storage.seal.close(JSON.stringify(body))
    Object.assign(entry, { state, code, endedAt: at })
    if (state !== 'unknown') entry.resolvedBy = 'answer'
    // When even that fails the answer is still the caller's; after a restart the key says unknown, and a query decides.
    entry.answer = await storage.journal
      .append({ type: 'end', id, state, status, code, references, answer, at })
      .catch(() => undefined)
    tell(entry, state)
    return { status, body, problem: state !== 'done', entry, replayed: false }
  }

  /** Errors of listeners are ignored: they must neither stop an operation nor change how it ended. */
  function tell(entry: Entry, outcome?: Parameters<typeof onEnd>[1]): void {
    try {
      if (outcome !== undefined) onEnd(entry, outcome)
      books.tellOperation(entry)
    } catch {
      // The journal has it.
    }
  }

  async function free(entry: Entry, error: unknown): Promise<never> {
    index.remove(entry)
    await storage.journal.append({ type: 'free', id: entry.id, at: clock() }).catch(() => {})
    const refused = isNationEcError(error) && error.delivery === 'answered'
    const code = isNationEcError(error) ? error.code : undefined
    Object.assign(entry, { state: 'refused', code, endedAt: clock(), resolvedBy: 'answer' })
    tell(entry, refused ? 'refused' : 'not-sent')
    throw error
  }

  return carryOut
}
