import { NationEcError } from '@nationec/errors'
import type { Failure, LedgerOperation } from '@nationec/ledger'
import { cliError } from '../errors/cli-error.ts'

/**
 * The answer of an operation that was done; of one that a query or a person has told, the number of its order.
 *
 * @throws the failure that the ledger remembers; `NOT_CARRIED_OUT`, `OUTCOME_OPEN_STILL`
 */
export function answerOf(operation: LedgerOperation): unknown {
  switch (operation.state) {
    case 'done':
      return operation.answer
    case 'closed':
      if (operation.outcome === 'done') return { payOrdId: operation.payOrdId }
      throw cliError('NOT_CARRIED_OUT')
    case 'running':
      throw cliError('OUTCOME_STILL_OPEN')
    default:
      throw operation.failure?.['summary'] === undefined
        ? cliError('OUTCOME_STILL_OPEN')
        : new RememberedFailure(operation.failure as Failure & RememberedParts)
  }
}

type RememberedParts = Pick<NationEcError, 'layer' | 'delivery' | 'summary' | 'advice' | 'details'>

/** A failure as the ledger has stored it, perhaps by an earlier command. */
class RememberedFailure extends NationEcError {
  readonly #stored: Readonly<Record<string, unknown>>

  /** @param given `text` is the answer of a request that was made elsewhere, and no failure shows that */
  constructor({ text, ...given }: Failure & RememberedParts) {
    const { code, layer, delivery, summary, advice, details } = given
    super({ code, entry: { layer, delivery, summary, advice }, details })
    this.name = typeof given['name'] === 'string' ? given['name'] : 'NationEcError'
    this.#stored = given
  }

  override toJSON(): Record<string, unknown> {
    return { ...this.#stored }
  }
}
