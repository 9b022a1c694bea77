import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { withReferences } from '../../output/references.ts'
import { whenWritten } from '../../output/streams.ts'
import type { CallResult } from './call-result.ts'

/** The numbers by which an order or a refund is found again, ours and the centre's. */
const NUMBERS = ['payOrdId', 'medOrgOrd', 'appRefdSn', 'refdSn', 'outBizNo'] as const

/**
 * Prints the answer of the terminal. If it cannot be written, the caller does not know what the terminal has done.
 *
 * @throws `OUTPUT_FAILED` with `delivery: 'unknown'` and the numbers of the order
 */
export async function printAnswer(
  result: CallResult,
  json: boolean,
  text: (result: CallResult) => void,
): Promise<void> {
  printResult(result, json, text)
  const cause = await whenWritten('stdout')
  if (cause !== undefined)
    throw withReferences(cliError('OUTPUT_FAILED', { cause, delivery: 'unknown' }), numbersOf(result))
}

function numbersOf({ references, body }: CallResult): Readonly<Record<string, string>> {
  const known: Readonly<Record<string, unknown>> = { ...Object(body), ...references }
  const found = NUMBERS.map((name) => [name, known[name]] as const)
  return Object.fromEntries(
    found.filter((pair): pair is readonly [(typeof NUMBERS)[number], string] => typeof pair[1] === 'string'),
  )
}
