import { hasLedger, type LookFlags, ledgerFolder } from '../../books/open-existing.ts'
import { withoutSqlite } from '../../books/open-when-free.ts'
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'

export type RenewMarkFlags = LookFlags & { readonly by: string; readonly because: string }

/** `nationec ledger renew-mark`: makes the mark of the end anew that was lost, under the name of a person. */
export async function renewMarkCommand(flags: RenewMarkFlags): Promise<void> {
  const folder = await ledgerFolder(flags)
  if (!hasLedger(folder)) throw cliError('LEDGER_ABSENT')
  const { renewSqliteMark } = await import('@nationec/ledger/sqlite')
  const { by, because, json = false } = flags
  const renewed = await renewSqliteMark(folder, { by, because }).catch((error: unknown) => {
    throw withoutSqlite(error)
  })
  printResult(renewed, json, () => {
    say(`renewed 已重建: ${renewed.events} events 事件`)
    say(MISSING)
    say(`  -> nationec ledger decide ${renewed.exception} --outcome seen --by NAME --because REASON`)
  })
}

const MISSING =
  "events may be missing at the end: compare the last days with the centre's lists (nationec ledger reconcile), then\n" +
  '账本末尾可能缺少记录：请先与中心清单核对最近各日（nationec ledger reconcile），然后'
