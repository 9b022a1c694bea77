import { randomUUID } from 'node:crypto'
import { agentError } from '../errors/agent-error.ts'
import { plainReferences } from '../model/references.ts'
import { type CarryOutParts, createCarryOut } from './carry-out.ts'
import { type Entry, viewOf } from './entry.ts'
import type { OperationReply, OperationRequest } from './operation-request.ts'

/** Milliseconds that a repetition waits for the first request. */
const PATIENCE = 25_000

export interface OperationRunnerOptions extends CarryOutParts {
  /** Throws while no new work is taken. */
  readonly admit: () => void
}

export type OperationRunner = (request: OperationRequest) => Promise<OperationReply>

/**
 * Runs an operation at most once for each key.
 *
 * The journal has the intention before the first byte leaves, and the outcome before anybody sees it. A repetition gets
 * what is known; an unknown outcome stays unknown until a query or a person resolves it, and is never tried again.
 */
export function createOperationRunner(options: OperationRunnerOptions): OperationRunner {
  const { books, describe, admit } = options
  const { index, clock } = books
  const carryOut = createCarryOut(options)

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
