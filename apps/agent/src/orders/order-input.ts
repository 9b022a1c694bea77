import type {
  Client,
  PlaceOrderParameters,
  QuerySettlementParameters,
  RefundParameters,
  RevokeFeesParameters,
  UploadFeesParameters,
} from '@nationec/client'
import { formatWireTime, type Message, type Profile } from '@nationec/protocol'
import type { Input } from '../http/endpoint.ts'
import { messageInput } from '../http/input.ts'

/** A checked body in the generation of the profile, as far as the agent itself reads it; the ledger's types know one of them. */
export type OrderBody = UploadFeesParameters &
  PlaceOrderParameters &
  RevokeFeesParameters &
  RefundParameters &
  QuerySettlementParameters

/** What the fields that a caller leaves out are filled from. */
export interface OrderFill {
  readonly client: Pick<Client, 'serialNumber'>
  readonly profile: Profile
  readonly orgId: string
  readonly clock: () => number
}

/** Numbers that the agent makes where a message asks for them and the caller has left them out. */
const MADE = ['medOrgOrd', 'appRefdSn', 'orgBizSer'] as const

/** The body of a message about an order, with the institution, our numbers and the time filled in. */
export function orderInput(
  { client, profile, orgId, clock }: OrderFill,
  message: Message,
  more: readonly string[] = [],
): Input<OrderBody> {
  const asks = (name: string): boolean => message.request[name]?.required === true
  const institution = ['orgId', 'orgCodg'].filter(asks)
  const made = MADE.filter(asks)
  const times = asks('appRefdTime') ? ['appRefdTime'] : []
  return messageInput(message, profile, {
    filled: [...institution, ...made, ...times, ...more],
    fill(given) {
      const filled: Record<string, string> = {}
      for (const name of institution) filled[name] = orgId
      for (const name of made) if (given[name] === undefined) filled[name] = client.serialNumber()
      for (const name of times) filled[name] = formatWireTime(clock())
      return filled
    },
  }) as unknown as Input<OrderBody>
}
