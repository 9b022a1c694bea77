import { isNationEcError } from '@nationec/errors'
import { yuan } from '@nationec/protocol'
import { billOf5Lines } from './bills.ts'
import { billFor, CASHIER, type Desk, personal } from './desk.ts'
import { expect } from './expect.ts'
import { stateText } from './order-texts.ts'
import type { StepLog } from './step-log.ts'

/** What is left when every answer that mattered was lost. */
export interface LostAnswerResult {
  /** Orders that the centre holds for the bill that was uploaded: exactly one. */
  readonly orders: number
  /** Refunds that the centre carried out: exactly one. */
  readonly refunds: number
}

/** How long the till waits here; a real one waits longer, because patients look for their phones. */
const PATIENCE = { deadline: 600 } as const

const REFUND = yuan('5.00')

/**
 * The case that costs money: the terminal has acted, and its answer is lost.
 *
 * The client says `unknown` and repeats nothing. The query finds what happened. Then a careless program repeats the
 * request all the same, and the centre refuses it: nothing happens twice.
 */
export async function playLostAnswerScene({ client, simulator }: Desk, log: StepLog): Promise<LostAnswerResult> {
  const person = await client.queryCredential(CASHIER)
  // Kept before the call: this number is the only handle on an order whose answer is lost.
  const medOrgOrd = client.serialNumber()
  const bill = billFor(billOf5Lines(), person, medOrgOrd)

  await log.run({ en: 'upload, answer lost', zh: '费用上传，应答丢失' }, async () => {
    simulator.faults.next({ kind: 'lost-answer' })
    return { result: undefined, outcome: await failure(client.uploadFees(bill, PATIENCE)) }
  })
  const payOrdId = await log.run({ en: 'query by medOrgOrd', zh: '按机构订单号查询' }, async () => {
    const found = await client.querySettlement({ medOrgOrd, ...personal(person) })
    expect(found.status === 'pending', 'the query finds the order')
    return { result: found.body.payOrdId, outcome: `found 已找到: ${stateText(found)}` }
  })
  await log.run({ en: 'careless second upload', zh: '误操作：重复上传' }, async () => {
    return { result: undefined, outcome: await failure(client.uploadFees(bill)) }
  })
  await log.run({ en: 'patient pays', zh: '患者支付' }, async () => {
    simulator.patient.pay(payOrdId)
    const found = await client.querySettlement({ medOrgOrd, ...personal(person) })
    expect(found.status === 'settled', 'the one order is settled')
    return { result: undefined, outcome: stateText(found), amounts: found.amounts }
  })

  const refund = {
    payOrdId,
    appRefdSn: client.serialNumber(),
    totlRefdAmt: REFUND,
    cashRefdAmt: REFUND,
    refdType: 'CASH',
    ecToken: person.ecToken,
  } as const
  await log.run({ en: 'refund, answer lost', zh: '退费，应答丢失' }, async () => {
    simulator.faults.next({ kind: 'lost-answer' })
    return { result: undefined, outcome: await failure(client.refund(refund, PATIENCE)) }
  })
  await log.run({ en: 'query instead of a repeat', zh: '查询，而不是重发' }, async () => {
    const found = await client.querySettlement({ medOrgOrd, ...personal(person) })
    expect(found.status === 'partly-refunded', 'the query shows the refund')
    return { result: undefined, outcome: stateText(found), amounts: { total: REFUND, cash: REFUND } }
  })
  await log.run({ en: 'careless second refund', zh: '误操作：重复退费' }, async () => {
    return { result: undefined, outcome: await failure(client.refund(refund)) }
  })

  const orders = simulator.orders().filter((order) => order.medOrgOrd === medOrgOrd).length
  const refunds = simulator.refunds().length
  expect(orders === 1 && refunds === 1 && simulator.ledger.refunded.cash === REFUND, 'nothing happened twice')
  return { orders, refunds }
}

/** The outcome of a call that must fail, as the cashier's program sees it. */
async function failure(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (isNationEcError(error)) return `${error.code}, delivery: ${error.delivery}`
    throw error
  }
  throw new Error('demo: expected that the call fails')
}
