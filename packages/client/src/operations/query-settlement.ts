import { hosSettlementQuery, type ResponseOf, settlementQuery } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import { type MessageOf, messageOf } from '../call/generation.ts'
import type { CallOptions, Generation } from '../call/options.ts'
import { type Settlement, settlementOf } from '../call/settlement.ts'

type Query<Chosen extends Generation> = MessageOf<Chosen, typeof settlementQuery, typeof hosSettlementQuery>

export type QuerySettlementParameters<Chosen extends Generation = 'centre'> = ParametersOf<Query<Chosen>>
export type QuerySettlementResult<Chosen extends Generation = 'centre'> = Settlement<ResponseOf<Query<Chosen>>>

/**
 * 查询订单结算状态 (clause 4.2): asks for the state of an order. Safe to repeat.
 *
 * By `payOrdId` and `payToken`, or by the hospital's own `medOrgOrd` when the answer to an upload was lost.
 */
export async function querySettlement<Chosen extends Generation>(
  caller: Caller,
  parameters: QuerySettlementParameters<Chosen>,
  options: CallOptions = {},
): Promise<QuerySettlementResult<Chosen>> {
  const message = messageOf<Chosen, typeof settlementQuery, typeof hosSettlementQuery>(
    caller,
    settlementQuery,
    hosSettlementQuery,
  )
  const answer = await caller.call(message, caller.transTypeOf('querySettlement'), parameters, options)
  return settlementOf(answer, caller.profile)
}
