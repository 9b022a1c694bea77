import { rename } from 'node:fs/promises'
import { isNationEcError } from '@nationec/errors'
import { formatWireTime } from '@nationec/protocol'
import { hasLedger, type LookFlags, ledgerFolder, openExisting } from '../../books/open-existing.ts'
import { withoutSqlite } from '../../books/open-when-free.ts'
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say, tell } from '../../output/say.ts'

/** `nationec ledger backup`: a whole copy in a new folder, which opens as a ledger. */
export async function backupCommand(target: string, flags: LookFlags): Promise<void> {
  await using ledger = await openExisting(flags)
  await ledger.store.backup(target)
  printResult({ folder: target }, flags.json === true, () => {
    say(target)
    tell('the copy holds its key: keep it as you keep the ledger 备份内含密钥，请与账本同等保管')
  })
}

export type RestoreFlags = LookFlags & { readonly replace?: boolean }

/**
 * `nationec ledger restore`: a backup into the place of the ledger. One that is there is moved beside it and kept, if the
 * user says so; while a process has it open, nothing is done.
 */
export async function restoreCommand(backup: string, flags: RestoreFlags): Promise<void> {
  const folder = await ledgerFolder(flags)
  if (!hasLedger(backup)) throw cliError('LEDGER_ABSENT')
  const { restoreSqliteLedger, verifySqliteLedger } = await import('@nationec/ledger/sqlite')
  try {
    const { damage } = await verifySqliteLedger(backup)
    // The store says it as well; before anything is moved away it must be known.
    if (damage.length > 0) return await restoreSqliteLedger(backup, folder)
    const kept = await moveAway(folder, flags.replace === true, verifySqliteLedger)
    await restoreSqliteLedger(backup, folder)
    printResult({ folder, ...(kept === undefined ? {} : { kept }) }, flags.json === true, () => {
      say(folder)
      if (kept !== undefined) say(`kept 原账本保留于: ${kept}`)
      tell(MISSING)
    })
  } catch (error) {
    throw withoutSqlite(error)
  }
}

async function moveAway(
  folder: string,
  replace: boolean,
  verify: (folder: string) => Promise<unknown>,
): Promise<string | undefined> {
  if (!hasLedger(folder)) return undefined
  if (!replace) throw cliError('LEDGER_PRESENT')
  // Taking it shows whether a process has it; that it is damaged is why it is replaced.
  await verify(folder).catch((error: unknown) => {
    if (!isNationEcError(error, 'LEDGER_DAMAGED')) throw error
  })
  const kept = `${folder}.${formatWireTime(Date.now())}`
  await rename(folder, kept).catch((cause: unknown) => {
    throw cliError('FOLDER_NOT_WRITABLE', { cause })
  })
  return kept
}

const MISSING =
  "what came after the backup is not in it: compare with the centre's list before anything is sent " +
  '(nationec ledger reconcile)\n' +
  '备份之后的操作不在其中：请先与中心清单核对（nationec ledger reconcile），再进行资金操作'
