import { isNationEcError } from '@nationec/errors'
import { LedgerError, type LedgerErrorParts } from '../errors/ledger-error.ts'
import type { LedgerErrorCode } from '../errors/ledger-errors.ts'
import type { Failure } from '../model/facts.ts'

/** An error as the ledger keeps it. What is none of ours says nothing of what became of the request. */
export function failureOf(error: unknown): Failure {
  const known = isNationEcError(error) ? error : new LedgerError('OUTCOME_UNCERTAIN')
  return JSON.parse(JSON.stringify(known))
}

/** The failure with this code. */
export function failure(code: LedgerErrorCode, parts?: LedgerErrorParts): Failure {
  return failureOf(new LedgerError(code, parts))
}
