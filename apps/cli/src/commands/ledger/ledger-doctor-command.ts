import { type LookFlags, ledgerFolder } from '../../books/open-existing.ts'
import { checkLedgerIn } from '../doctor/checks/ledger.ts'
import { printChecks } from '../doctor/print-checks.ts'

/** `nationec ledger doctor`: the checks of the ledger alone. */
export async function ledgerDoctorCommand(flags: LookFlags): Promise<number> {
  return printChecks(await checkLedgerIn(await ledgerFolder(flags)), flags.json === true)
}
