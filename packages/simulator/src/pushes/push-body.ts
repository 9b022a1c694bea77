import { type hosPush, type ResponseOf, type settlementPush, yuanFromFen } from '@nationec/protocol'
import type { Order } from '../orders/order.ts'
import { settlementBody } from '../orders/settlement-body.ts'
import type { World } from '../world.ts'

/** The body of a push as the profile's generation writes it (clause 4.3). */
export function pushText(world: World, order: Order): string {
  return JSON.stringify(world.profile.generation === 'hos' ? hosBody(world, order) : centreBody(world, order))
}

function centreBody(world: World, order: Order): ResponseOf<typeof settlementPush> {
  return { ...numbersOf(order), ...stateOf(world), ...settlementBody(order) }
}

/** Generation A: the cash amount with a small p, and the settlement record inside extData. */
function hosBody(world: World, order: Order): ResponseOf<typeof hosPush> {
  const { ownPayAmt, ...settlement } = settlementBody(order)
  const { split } = order
  const record = {
    mdtrtId: order.mdtrtId,
    medfeeSumamt: yuanFromFen(order.total),
    fundPaySumamt: yuanFromFen(split.fund),
    psnPay: yuanFromFen(split.account + split.cash),
    acctPay: yuanFromFen(split.account),
    psnCashPay: yuanFromFen(split.cash),
  }
  return {
    ...numbersOf(order),
    ...stateOf(world),
    ...settlement,
    ownpayAmt: ownPayAmt,
    orgName: SIMULATED_INSTITUTION,
    orgCode: order.orgCodg,
    extData: { setlinfo: [record], setldetail: [] },
  }
}

/** The centre knows the institution's name, the simulator does not. */
export const SIMULATED_INSTITUTION = '模拟定点医药机构'

function numbersOf({ payOrdId, medOrgOrd }: Order): { payOrdId: string; medOrgOrd: string } {
  return { payOrdId, medOrgOrd }
}

/** A push tells of the settlement, also when it comes after a refund. */
function stateOf({ settings }: World): { ordStas?: '6' } {
  return settings.pushOrdStas === 'present' ? { ordStas: '6' } : {}
}
