import { randomUUID } from 'node:crypto'
import { isNationEcError } from '@nationec/errors'
import { agentError } from '../errors/agent-error.ts'
import type { Books } from './books.ts'
import { type Entry, viewOf } from './entry.ts'
import type { OperationKind } from './operation.ts'
import { plainReferences, type References } from './references.ts'

/** Milliseconds that a repetition waits for the first request. */
const PATIENCE = 25_000

/** What came of an operation, as the one who asked gets it. */
export interface OperationReply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** True when the body is a problem document. */
  readonly problem: boolean
  readonly entry: Entry
  /** True when nothing was sent for this request. */
  readonly replayed: boolean
}

/** What an operation gives when the terminal has answered. */
export interface Performed {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** What is known now of its numbers. */
  readonly references?: References | undefined
  /** The answer says that the outcome is open, as EXP of a refund does. */
  readonly uncertain?: unknown
}

export interface OperationRequest {
  readonly kind: OperationKind
  /** Whose key it is: keys of two origins never meet. */
  readonly scope: string
  readonly key: string
  /** Of everything that makes the request what it is. */
  readonly digest: string
  readonly references: References
  /** A refusal frees the key, for keys that are made from the request itself. */
  readonly freeAfterRefusal?: boolean
  perform(): Promise<Performed>
}

export interface OperationRunnerOptions {
  readonly books: Books
  /** Status and problem document of an error. */
  readonly describe: (error: unknown) => { readonly status: number; readonly body: Readonly<Record<string, unknown>> }
  /** Throws while no new work is taken. */
  readonly admit: () => void
  readonly onEnd: (entry: Entry, outcome: 'done' | 'refused' | 'unknown' | 'not-sent') => void
}

export type OperationRunner = (request: OperationRequest) => Promise<OperationReply>

/**
 * Runs an operation at most once for each key.
 *
 * The journal has the intention before the first byte leaves, and the outcome before anybody sees it. A repetition gets
 * what is known; an unknown outcome stays unknown until a query or a person resolves it, and is never tried again.
 */
export function createOperationRunner(options: OperationRunnerOptions): OperationRunner {
  const { books, describe, admit, onEnd } = options
  const { index, storage, clock } = books

  async function replay(known: Entry, request: OperationRequest): Promise<OperationReply> {
    if (known.digest !== request.digest || known.kind !== request.kind) throw agentError('KEY_REUSED')
    if (known.running !== undefined) await waitFor(known.running)
    // The first request never reached the terminal: this one may.
    if (index.byId(known.id) === undefined) return run(request)
    if (known.state === 'running') throw agentError('KEY_IN_FLIGHT', { members: { operation: viewOf(known) } })
    const answer = await books.answerOf(known)
    if (answer === undefined) {
      const { status, body } = describe(agentError('OUTCOME_UNKNOWN'))
      return { status, body, problem: true, entry: known, replayed: true }
    }
    const problem = answer.state !== 'done'
    return { status: answer.status, body: bodyOf(answer.body), problem, entry: known, replayed: true }
  }

  async function run(request: OperationRequest): Promise<OperationReply> {
    const known = index.byKey(request.scope, request.key)
    if (known !== undefined) return replay(known, request)
    admit()
    const references = plainReferences(request.references)
    const open = index.openOn({ references })
    if (open !== undefined) throw agentError('OUTCOME_OPEN', { members: { operation: viewOf(open) } })
    const entry = newEntry({ ...request, references }, clock())
    index.add(entry)
    let finish: () => void = () => {}
    entry.running = new Promise((resolve) => {
      finish = resolve
    })
    try {
      return await carryOut(entry, request)
    } finally {
      entry.running = undefined
      finish()
    }
  }

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

  /** Listener errors are ignored: they must not change the outcome of an operation. */
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

  return run
}

function newEntry({ kind, scope, key, digest, references }: OperationRequest, startedAt: number): Entry {
  return {
    id: randomUUID(),
    scope,
    key,
    kind,
    digest,
    references,
    startedAt,
    state: 'running',
    outcome: undefined,
    resolvedBy: undefined,
    endedAt: undefined,
    code: undefined,
    answer: undefined,
    running: undefined,
  }
}

function bodyOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
}

async function waitFor(running: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE)
  })
  await Promise.race([running, patience])
  clearTimeout(timer)
}
