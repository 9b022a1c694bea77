import type { Decision } from '@nationec/ledger'
import { type LookFlags, openExisting } from '../../books/open-existing.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'

export type DecideFlags = LookFlags & Decision

/** `nationec ledger decide`: stores what a person has found out about an exception or an operation. */
export async function decideCommand(id: string, flags: DecideFlags): Promise<void> {
  await using ledger = await openExisting(flags)
  const { outcome, by, because, payOrdId, json = false } = flags
  await ledger.decide(id, { outcome, by, because, payOrdId })
  printResult({ id, outcome }, json, () => say(`decided 已认定: ${id}: ${outcome}`))
}
