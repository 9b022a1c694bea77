import type { CallOptions, Client } from '@nationec/client'
import { messageOf, type Operation, type OrderAmounts } from '@nationec/protocol'
import type { BodyFlags } from '../../command-line/body-options.ts'
import { interruption } from '../../command-line/interruption.ts'
import { EXIT } from '../../errors/exit.ts'
import { readBody } from '../../input/read-body.ts'
import { bodyTable } from '../../output/body-table.ts'
import { withReferences } from '../../output/references.ts'
import { say } from '../../output/say.ts'
import { whileWaiting } from '../../output/while-waiting.ts'
import { openTerminal, type TerminalFlags } from '../../terminal/open-terminal.ts'
import { prepareBody } from '../../terminal/prepare-body.ts'
import type { CallResult } from '../call/call-result.ts'
import { printAnswer } from '../call/print-answer.ts'
import { stateLines } from './state-lines.ts'

/** The operations that have commands of their own. */
export type OrderOperation = Extract<
  Operation,
  'uploadFees' | 'querySettlement' | 'revokeFees' | 'refund' | 'queryCredential'
>

type Answer = Readonly<Record<string, unknown>>

/** `nationec upload`, `query`, `revoke`, `refund` and `credential`: gives the exit code. */
export async function orderCommand(operation: OrderOperation, flags: TerminalFlags & BodyFlags): Promise<number> {
  await using terminal = await openTerminal(flags)
  const { client, profile, settings } = terminal
  const message = messageOf(operation, profile)
  const { body, references } = await prepareBody(await readBody(flags, message), message, terminal)
  const answer = await perform(client, operation, body, { deadline: settings.deadline, signal: interruption() }).catch(
    (error: unknown) => {
      throw withReferences(error, references)
    },
  )
  const result = resultOf(operation, profile.transTypes[operation], answer, references)
  await printAnswer(result, flags.json === true, () => {
    for (const line of stateLines(result)) say(line)
    say(bodyTable(result.body as Answer, message.response))
  })
  return judge(operation, result.body as Answer)
}

/** The checker of the message has proved the body; its type depends on the profile, which is known at run time only. */
function perform(client: Client, operation: OrderOperation, body: Answer, options: CallOptions): Promise<Answer> {
  const call = client[operation] as unknown as (body: Answer, options: CallOptions) => Promise<Answer>
  return whileWaiting(call.call(client, body, options))
}

function resultOf(
  operation: OrderOperation,
  transType: string,
  answer: Answer,
  asked: CallResult['references'],
): CallResult {
  const settlement = operation === 'querySettlement'
  const body = (settlement ? answer['body'] : answer) as Answer
  const { payOrdId } = body
  const references = typeof payOrdId === 'string' ? { ...asked, payOrdId } : asked
  if (!settlement) return { transType, checked: true, body, references }
  const { status, ordStas, reason, amounts } = answer
  return {
    transType,
    checked: true,
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
