import { isNationEcError } from '@nationec/errors'
import { terminalErrors } from '@nationec/terminal'
import { httpErrors } from '@nationec/transport-http'
import { EXIT } from './exit.ts'
import { inputErrors } from './input-errors.ts'
import { machineErrors } from './machine-errors.ts'

/** A setting is wrong or a part is missing, in any layer; nothing was sent. */
const CONFIGURATION: ReadonlySet<string> = new Set([
  ...Object.keys(machineErrors),
  ...Object.keys(terminalErrors),
  ...['PROFILE_INVALID', 'OPTION_INVALID', 'CRYPTO_PROVIDER_UNAVAILABLE'],
  ...['JOURNAL_BUSY', 'JOURNAL_DAMAGED', 'JOURNAL_FAILED', 'PORT_BINDING_MISSING'],
  ...['HOST_NOT_FOUND', 'KOFFI_MISSING', 'LIBRARY_NOT_FOUND', 'LIBRARY_NOT_READABLE', 'LIBRARY_NOT_A_LIBRARY'],
  // Of a local agent: the pairing is not, or no longer, what it takes.
  ...['TOKEN_MISSING', 'TOKEN_INVALID', 'ROLE_REFUSED', 'HOST_REFUSED', ...Object.keys(httpErrors)],
  ...['LEDGER_LOCKED', 'LEDGER_DAMAGED', 'LEDGER_NEWER', 'LEDGER_FULL', 'LEDGER_UNREACHABLE', 'LEDGER_UNSAFE'],
  ...['LIBRARY_WRONG_PLATFORM', 'LIBRARY_WRONG_BITNESS', 'LIBRARY_DEPENDENCY_MISSING', 'LIBRARY_EXPORT_MISSING'],
])

/** Nothing was sent, because an earlier request is open: what must be done is the same, query. */
const EARLIER_OPEN: ReadonlySet<string> = new Set(['OUTCOME_OPEN', 'POSSIBLE_DUPLICATE', 'DAY_OPEN'])

/** The exit code of a failure: what became of the request comes first. */
export function exitCodeOf(error: unknown): number {
  if (!isNationEcError(error)) return EXIT.configuration
  const { code, delivery, layer } = error
  if (delivery === 'unknown' || EARLIER_OPEN.has(code)) return EXIT.unknown
  if (delivery === 'answered') return EXIT.refused
  if (CONFIGURATION.has(code)) return EXIT.configuration
  if (code in inputErrors || layer === 'client' || code === 'SIMULATOR_OPTION_INVALID') return EXIT.usage
  return EXIT.transport
}
