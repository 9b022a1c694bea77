import { isNationEcError } from '@nationec/errors'
import { cliError } from '../errors/cli-error.ts'
import { exitCodeOf } from '../errors/exit-codes.ts'

/** Numbers of ours by which people find an order again after a failure. */
export type References = Readonly<Record<string, string>>

/** The operation of the ledger that a failure is about. */
export interface FailedOperation {
  readonly id: string
  readonly key: string
  readonly state: string
}

const known = new WeakMap<object, References>()
const operations = new WeakMap<object, FailedOperation>()

/** Remembers references with a failure. */
export function keepReferences(error: unknown, references: References): unknown {
  if (typeof error === 'object' && error !== null) known.set(error, references)
  return error
}

/** Remembers with a failure the operation of the ledger that it is about. */
export function keepOperation(error: unknown, operation: FailedOperation): unknown {
  if (typeof error === 'object' && error !== null) operations.set(error, operation)
  return error
}

/** A failure as `--json` prints it; `schema/failure.json` describes it. */
export interface FailureDocument {
  readonly exitCode: number
  readonly error: Readonly<Record<string, unknown>>
  readonly references?: References
  readonly operation?: FailedOperation
}

/** Nothing of a cause, and nothing that the program did not write itself. */
export function failureDocument(error: unknown): FailureDocument {
  const exitCode = exitCodeOf(error)
  const [references, operation] =
    typeof error === 'object' && error !== null ? [known.get(error), operations.get(error)] : []
  const described = isNationEcError(error)
    ? error.toJSON()
    : cliError('UNEXPECTED', { details: [nameOf(error)] }).toJSON()
  return {
    ...{ exitCode, error: described },
    ...(references === undefined ? {} : { references }),
    ...(operation === undefined ? {} : { operation }),
  }
}

/** The name and the code of a foreign error and nothing of its message, which may quote what was being read. */
function nameOf(error: unknown) {
  const kind = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'value'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const name = /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? `${kind} ${code}` : kind
  return { en: `${name}.`, zh: `${name}。` }
}
