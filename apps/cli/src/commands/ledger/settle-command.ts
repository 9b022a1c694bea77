import type { LedgerOperation } from '@nationec/ledger'
import type { LedgerFlags } from '../../books/ledger-options.ts'
import type { Books } from '../../books/open-books.ts'
import { openExisting } from '../../books/open-existing.ts'
import { cliError } from '../../errors/cli-error.ts'
import { EXIT } from '../../errors/exit.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { whileWaiting } from '../../output/while-waiting.ts'
import { openTerminal, type TerminalFlags } from '../../terminal/open-terminal.ts'
import { nextStep, openOperations } from './open-command.ts'
import { operationsTable } from './operations-table.ts'
import { operationView } from './views.ts'

export type SettleFlags = TerminalFlags & LedgerFlags & { readonly within: number }

/**
 * `nationec ledger settle`: asks now for every operation whose outcome is not known, or for one; gives 3 while one of them
 * stays open.
 */
export async function settleCommand(id: string | undefined, flags: SettleFlags): Promise<number> {
  await using terminal = await openTerminal(flags)
  if (terminal.settings.transport === 'agent') throw cliError('LEDGER_OF_AGENT')
  await using ledger = await openExisting(flags, terminal.client)
  const asked = id === undefined ? await openOperations(ledger) : [await operationOf(ledger, id)]
  const operations: LedgerOperation[] = []
  // One after the other: the terminal answers one question at a time.
  for (const { id } of asked) operations.push(await whileWaiting(ledger.settle(id, { within: flags.within })))
  const open = operations.filter(({ state }) => state === 'unknown' || state === 'running')
  const views = operations.map((one) => {
    const command = open.includes(one) ? nextStep(one) : undefined
    return { ...operationView(one), ...(command === undefined ? {} : { command }) }
  })
  printResult({ operations: views, open: open.length }, flags.json === true, () => {
    say(operations.length === 0 ? 'nothing is open 没有未决事项' : operationsTable(operations))
    for (const operation of open) {
      say(`\n${operation.id}: still open 仍未确认`)
      say(`  -> nationec ledger decide ${operation.id} --outcome OUTCOME --by NAME --because REASON`)
    }
  })
  return open.length === 0 ? EXIT.ok : EXIT.unknown
}

async function operationOf(ledger: Books, name: string): Promise<LedgerOperation> {
  const found = (await ledger.operation({ id: name })) ?? (await ledger.operation({ key: name }))
  if (found === undefined) throw cliError('INPUT_INVALID', { details: [UNKNOWN] })
  return found
}

const UNKNOWN = {
  en: 'the ledger has no operation with this id or key.',
  zh: '账本中没有该编号或键对应的操作。',
}
