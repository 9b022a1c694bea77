import { randomUUID } from 'node:crypto'
import type { CallOptions } from '@nationec/client'
import type { Failure, LedgerOperation } from '@nationec/ledger'
import type { Operation } from '@nationec/protocol'
import { showKnown } from '@nationec/protocol/privacy'
import { keepOperation } from '../output/failure.ts'
import { tell } from '../output/say.ts'
import { whileWaiting } from '../output/while-waiting.ts'
import type { Terminal } from '../terminal/open-terminal.ts'
import type { MoneyFlags } from './ledger-options.ts'
import type { Books } from './open-books.ts'
import { noteOf, type OperationNote } from './operation-note.ts'
import { answerOf } from './outcome.ts'

type Body = Readonly<Record<string, unknown>>

/** A terminal, and the ledger of the command, if it keeps one. */
export interface Desk {
  readonly terminal: Terminal
  readonly books: Books | undefined
  readonly flags: MoneyFlags
}

/** An answer, and its operation where a ledger has it. */
export interface Performed {
  readonly answer: unknown
  readonly operation?: OperationNote
  /** Why an answer has said no. */
  readonly failure?: Failure
}

/** The interfaces that move money, each with the number that makes a request one intention of the cashier. */
const MONEY: Readonly<Partial<Record<Operation, string | undefined>>> = {
  uploadFees: 'medOrgOrd',
  refund: 'appRefdSn',
  placeOrder: undefined,
  revokeFees: undefined,
}

/** Whether the ledger has a part in an interface. */
export function concernsBooks(operation: Operation): boolean {
  return operation in MONEY || operation === 'querySettlement'
}

/**
 * Performs an interface: what moves money at most once for each key, a query so that what it proves is stored.
 *
 * The checker of the message has proved the body; its type depends on the profile, which is known at run time only.
 */
export async function perform(
  { terminal, books, flags }: Desk,
  operation: Operation,
  body: Body,
  options: CallOptions,
): Promise<Performed> {
  if (books === undefined || !(operation in MONEY)) {
    const asked = books !== undefined && operation === 'querySettlement' ? books : terminal.client
    const call = (asked as unknown as Record<string, (body: Body, options: CallOptions) => Promise<unknown>>)[operation]
    return { answer: await whileWaiting(call?.call(asked, body, options) ?? Promise.reject(new Error(operation))) }
  }
  const name = MONEY[operation]
  const number = name === undefined ? undefined : body[name]
  const isOurs = typeof number === 'string' && name !== undefined && showKnown(number, [name]) === number
  const key = keyOf(flags, isOurs ? `${operation}-${number}` : undefined)
  const call = books[operation as 'uploadFees'] as unknown as (body: Body, options: object) => Promise<LedgerOperation>
  return told(await whileWaiting(call(body, { ...options, key, ...notDuplicateOf(flags) })))
}

/** Sends a text that was made here, at most once for its key. */
export async function performText(
  { books, flags }: { readonly books: Books; readonly flags: MoneyFlags },
  text: string,
  options: CallOptions,
): Promise<Performed> {
  const key = keyOf(flags, undefined)
  const done = await whileWaiting(books.exchangeText(text, { ...options, key, ...notDuplicateOf(flags) }))
  return done.state === 'passed' ? { answer: done.text } : told(done)
}

function told(done: LedgerOperation): Performed {
  const operation = noteOf(done)
  // The terminal has answered, and its answer says no: that is an answer, and no failure of the program.
  const failure = done.state === 'refused' || done.state === 'unknown' ? done.failure : undefined
  if (failure?.answer !== undefined)
    return { answer: failure.answer, operation: { ...operation, code: failure.code }, failure }
  try {
    return { answer: answerOf(done), operation }
  } catch (error) {
    throw keepOperation(error, operation)
  }
}

/** The key that was given, else one that is told before anything is sent. */
function keyOf({ key }: MoneyFlags, made: string = randomUUID()): string {
  if (key === undefined) tell(`key: ${made}`)
  return key ?? made
}

function notDuplicateOf({ notDuplicate: because }: MoneyFlags): object {
  return because === undefined ? {} : { notDuplicate: { because } }
}
