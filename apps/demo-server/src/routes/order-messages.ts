import {
  feeRevoke,
  feeUpload,
  formatWireTime,
  hosFeeRevoke,
  hosFeeUpload,
  hosRefund,
  hosSettlementQuery,
  type Message,
  type Profile,
  placeOrder,
  refundOrder,
  settlementQuery,
} from '@nationec/protocol'
import type { AgentContext } from '../agent-context.ts'
import type { Input } from '../http/endpoint.ts'
import { messageInput } from '../http/input.ts'

/** The messages of the five interfaces in the generation of a profile. */
export interface OrderMessages {
  readonly upload: Message
  readonly query: Message
  readonly revoke: Message
  readonly refund: Message
  readonly place: Message
}

export function orderMessages({ generation }: Profile): OrderMessages {
  return generation === 'hos'
    ? { upload: hosFeeUpload, query: hosSettlementQuery, revoke: hosFeeRevoke, refund: hosRefund, place: placeOrder }
    : { upload: feeUpload, query: settlementQuery, revoke: feeRevoke, refund: refundOrder, place: placeOrder }
}

/** A body in either generation, as far as the agent itself reads it. */
export interface OrderBody {
  readonly medOrgOrd?: string
  readonly payOrdId?: string
  readonly appRefdSn?: string
  readonly medfeeSumamt?: string
  readonly feeSumamt?: string
  readonly totlRefdAmt?: string
  readonly refdType?: string
}

/** Numbers that the agent makes where a message asks for them and the caller has left them out. */
const MADE = ['medOrgOrd', 'appRefdSn', 'orgBizSer'] as const

/** The body of a message about an order, with the institution, our numbers and the time filled in. */
export function orderInput(
  { client, profile, orgId, clock }: AgentContext,
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
