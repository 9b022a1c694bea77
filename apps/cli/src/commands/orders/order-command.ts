import { messageOf, type Operation, type OrderAmounts } from '@nationec/protocol'
import { withKnownToken } from '../../books/known-token.ts'
import type { MoneyFlags } from '../../books/ledger-options.ts'
import { openBooks } from '../../books/open-books.ts'
import { reasonLines, stateLine } from '../../books/operation-note.ts'
import { type Performed, perform } from '../../books/perform.ts'
import type { BodyFlags } from '../../command-line/body-options.ts'
import { interruption } from '../../command-line/interruption.ts'
import { EXIT } from '../../errors/exit.ts'
import { readBody } from '../../input/read-body.ts'
import { bodyTable } from '../../output/body-table.ts'
import { withReferences } from '../../output/references.ts'
import { say } from '../../output/say.ts'
import { openTerminal, type TerminalFlags } from '../../terminal/open-terminal.ts'
import { prepareBody } from '../../terminal/prepare-body.ts'
import type { CallResult } from '../call/call-result.ts'
import { printAnswer } from '../call/print-answer.ts'
import { stateLines } from './state-lines.ts'

/** The operations that have commands of their own. */
export type OrderOperation = Extract<
  Operation,
  'uploadFees' | 'placeOrder' | 'querySettlement' | 'revokeFees' | 'refund' | 'queryCredential'
>

type Answer = Readonly<Record<string, unknown>>

/** `nationec upload`, `place`, `query`, `revoke`, `refund` and `credential`: gives the exit code. */
export async function orderCommand(
  operation: OrderOperation,
  flags: TerminalFlags & BodyFlags & MoneyFlags,
): Promise<number> {
  await using terminal = await openTerminal(flags)
  const { profile, settings } = terminal
  const message = messageOf(operation, profile)
  const given = await readBody(flags, message)
  // Once the input has ended: the command before this one in a pipe has let go of the ledger.
  await using books = operation === 'queryCredential' ? undefined : await openBooks(terminal, flags)
  const { body, references } = await prepareBody(await withKnownToken(given, message, books), message, terminal)
  const options = { deadline: settings.deadline, signal: interruption() }
  const performed = await perform({ terminal, books, flags }, operation, body, options).catch((error: unknown) => {
    throw withReferences(error, references)
  })
  const result = resultOf(operation, profile.transTypes[operation], performed, references)
  await printAnswer(result, flags.json === true, () => {
    if (result.operation !== undefined) say(`${stateLine(result.operation)}\n`)
    for (const line of performed.failure === undefined ? [] : [...reasonLines(performed.failure), '']) say(line)
    for (const line of stateLines(result)) say(line)
    say(bodyTable(result.body as Answer, message.response))
  })
  return judge(operation, result.body as Answer)
}

function resultOf(
  operation: OrderOperation,
  transType: string,
  { answer: given, operation: note }: Performed,
  asked: CallResult['references'],
): CallResult {
  const answer = given as Answer
  // Of a payment that a query has proved there is the number only.
  const tellsState = (operation === 'querySettlement' || operation === 'placeOrder') && answer['body'] !== undefined
  const body = (tellsState ? answer['body'] : answer) as Answer
  const { payOrdId } = body
  const references = typeof payOrdId === 'string' ? { ...asked, payOrdId } : asked
  const known = { transType, checked: true, ...(note === undefined ? {} : { operation: note }) }
  if (!tellsState) return { ...known, body, references }
  const { status, ordStas, reason, amounts } = answer
  return {
    ...known,
    status: String(status),
    ...(typeof ordStas === 'string' ? { ordStas } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(amounts === undefined ? {} : { amounts: amounts as OrderAmounts }),
    body,
    references,
  }
}

/** An answer may say no without a return code: a refund that failed, or whose parts did not both go through. */
function judge(operation: OrderOperation, { refStatus, success }: Answer): number {
  if (operation === 'refund' && refStatus === 'EXP') return EXIT.unknown
  if (operation === 'refund' && refStatus === 'FAIL') return EXIT.refused
  return operation === 'revokeFees' && success === 'false' ? EXIT.refused : EXIT.ok
}
