import type { Memory, MemoryAnswer } from '@nationec/ledger'
import type { Addresses } from '@nationec/ledger/postgres'
import { askTill, type TillSays } from '@nationec/transport-nats'
import type { NatsConnection } from '@nats-io/transport-node'

/**
 * The tills as a memory of the ledger: of an operation whose outcome is unknown the till is asked that its request went to,
 * under the memory that was addressed.
 */
export function tillMemory(addresses: Pick<Addresses, 'newestOf'>, connection: NatsConnection): Memory {
  return {
    name: 'till',
    async recall({ id }, { signal }) {
      const address = await addresses.newestOf(id)
      // Its address would have been stored before it left.
      if (address === undefined) return { type: 'never-seen' }
      const { exchange, till, ledger } = address
      return answerOf(await askTill({ connection, id: exchange, till, ledger, signal }))
    },
  }
}

function answerOf(said: TillSays): MemoryAnswer {
  if (said.state === 'never') return { type: 'never-seen' }
  if (said.state === 'answered' && said.answer !== undefined) return { type: 'answered', answer: said.answer }
  if (said.state === 'failed' && said.error.delivery === 'not-sent') return { type: 'never-seen' }
  return { type: 'nothing' }
}
