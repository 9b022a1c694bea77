import { readRequest } from '@nationec/protocol'
import type { Fact } from '../model/facts.ts'
import { isOpen } from '../model/story.ts'
import { viewOperation } from '../model/view.ts'
import type { OperationRow } from '../store/rows.ts'
import { applyFact } from './apply-fact.ts'
import { askCentre } from './ask-centre.ts'
import { failure } from './failure.ts'
import type { Memory, MemoryAnswer } from './memories.ts'
import type { LedgerClient, Parts } from './parts.ts'
import { factOfText } from './read-outcome.ts'

/**
 * Asks once what became of an operation: first those that may remember, then the centre.
 *
 * @returns the row as it is then, or `busy` when a cashier came: the question was given up and does not count
 */
export async function recover(
  parts: Parts,
  memories: readonly Memory[],
  row: OperationRow,
  signal: AbortSignal,
): Promise<OperationRow | 'busy'> {
  const client = parts.clientOf(row.till)
  const remembered = await askMemories(parts, memories, row, signal)
  if (remembered !== undefined) {
    const known = await applyFact(parts, row.id, remembered)
    if (!isOpen(known)) return known
  }
  const hopeless = await askFor(parts, client, row, signal)
  if (signal.aborted) return 'busy'
  const [known = row] = await parts.store.findOperations({ id: row.id })
  return isOpen(known) ? applyFact(parts, row.id, { type: 'asked', hopeless }) : known
}

/** Tells whether there is nothing to ask by. */
async function askFor(parts: Parts, client: LedgerClient, row: OperationRow, signal: AbortSignal): Promise<boolean> {
  const [order] = row.order === undefined ? [] : await parts.store.findOrders({ id: row.order })
  if (order === undefined) return true
  return (await askCentre(parts, client, order, signal)) === 'hopeless'
}

async function askMemories(
  { profile }: Parts,
  memories: readonly Memory[],
  row: OperationRow,
  signal: AbortSignal,
): Promise<Fact | undefined> {
  const question = viewOperation(row, undefined, true)
  for (const memory of memories) {
    const said = await memory.recall(question, { signal }).catch((): MemoryAnswer => ({ type: 'nothing' }))
    if (said.type === 'answered') return factOfMemory(row, said, profile)
    if (said.type !== 'nothing') return { type: said.type }
  }
  return undefined
}

/** What a remembered answer says; one that cannot be read says nothing. */
export function factOfMemory(
  { kind }: Pick<OperationRow, 'kind'>,
  { answer, request }: { readonly answer: string; readonly request?: string | undefined },
  profile: Parts['profile'],
): Fact | undefined {
  const fact = factOfText(kind, answer, profile, { request: bodyOf(request), proof: 'memory' })
  return fact.type === 'done' || fact.type === 'refused' ? fact : undefined
}

function bodyOf(request: string | undefined): Readonly<Record<string, unknown>> {
  if (request === undefined) return {}
  try {
    const { data } = readRequest(request)
    return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

/** What is known of an operation whose process is gone. */
export const DIED: Fact = { type: 'died', failure: failure('OUTCOME_UNKNOWN') }
