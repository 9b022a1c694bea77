import { type hosPush, type Profile, type ResponseOf, type settlementPush, yuanFromFen } from '@nationec/protocol'
import type { Order } from '../orders/order.ts'
import { settlementBody } from '../orders/settlement-body.ts'
import type { SimulatorSettings } from '../settings/settings-table.ts'

/** What decides how a push is written. */
export interface PushSettings {
  readonly profile: Profile
  readonly settings: SimulatorSettings
}

/** The body of a push as the profile's generation writes it (clause 4.3). */
export function pushText(context: PushSettings, order: Order): string {
  return JSON.stringify(context.profile.generation === 'hos' ? hosBody(context, order) : centreBody(context, order))
}

function centreBody(context: PushSettings, order: Order): ResponseOf<typeof settlementPush> {
  return { ...numbersOf(order), ...stateOf(context), ...settlementBody(order) }
}

/** Generation A: the cash amount with a small p, and the settlement record inside extData. */
function hosBody(context: PushSettings, order: Order): ResponseOf<typeof hosPush> {
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
    ...stateOf(context),
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
function stateOf({ settings }: PushSettings): { ordStas?: '6' } {
  return settings.pushOrdStas === 'present' ? { ordStas: '6' } : {}
}
