import { type PaymentPush, parsePush } from '@nationec/client/notifications'
import { compareYuan, type OrderAmounts, type Yuan, yuan } from '@nationec/protocol'
import { billOf5Lines, billOf200Lines } from './bills.ts'
import { billFor, CASHIER, type Desk, type Person, personal } from './desk.ts'
import { expect } from './expect.ts'
import { sameAmounts, stateText } from './order-texts.ts'
import type { StepLog } from './step-log.ts'

/** What the whole flow came to. */
export interface MainSceneResult {
  readonly feeLines: number
  readonly paid: OrderAmounts
  readonly refundedCash: Yuan
}

/** How much cash goes back in the demo, at most what was paid in cash. */
const REFUND = yuan('20.00')

/**
 * The main job: a bill of 200 fee lines from the patient's code to a partial refund, and a second order that is
 * withdrawn before it is paid.
 */
export async function playMainScene(desk: Desk, log: StepLog): Promise<MainSceneResult> {
  const { client, simulator } = desk
  const pushes: PaymentPush[] = []
  const stopListening = simulator.onPush(({ text }) => void pushes.push(parsePush(text)))

  const person = await log.run({ en: 'credential query', zh: '电子凭证解码' }, async () => {
    const result = await client.queryCredential(CASHIER)
    return { result, outcome: 'person and ecToken 已取得人员与令牌' }
  })
  const bill = billFor(billOf200Lines(), person, client.serialNumber())
  const { payOrdId, payToken } = await log.run({ en: 'fee upload', zh: '费用上传' }, async () => {
    const result = await client.uploadFees(bill)
    const outcome = `${bill.feedetailList.length} lines 条, ${bill.diseinfoList?.length ?? 0} diagnoses 诊断`
    return { result, outcome, amounts: { total: bill.medfeeSumamt } }
  })
  const order = { payOrdId, payToken, ...personal(person) }

  await log.run({ en: 'patient pays at the terminal', zh: '患者在终端支付' }, async () => {
    simulator.patient.pay(payOrdId)
    return { result: undefined, outcome: 'paid 已支付' }
  })
  const paid = await log.run({ en: 'settlement query', zh: '结算状态查询' }, async () => {
    const settlement = await client.querySettlement(order)
    expect(settlement.status === 'settled', 'the paid order is settled')
    return { result: settlement.amounts, outcome: stateText(settlement), amounts: settlement.amounts }
  })
  await log.run({ en: 'payment-result push', zh: '支付结果推送' }, async () => {
    const push = pushes.find((received) => received.payOrdId === payOrdId)
    expect(push?.amounts !== undefined && push.paid, 'the push of the payment has arrived')
    expect(sameAmounts(push.amounts, paid), 'the push and the query agree')
    return { result: undefined, outcome: 'agrees with the query 与查询一致', amounts: push.amounts }
  })
  stopListening()

  await playSecondOrder(desk, person, log)

  const refundedCash = compareYuan(paid.cash, REFUND) < 0 ? paid.cash : REFUND
  await log.run({ en: 'partial cash refund', zh: '部分现金退费' }, async () => {
    await client.refund({
      payOrdId,
      appRefdSn: client.serialNumber(),
      totlRefdAmt: refundedCash,
      cashRefdAmt: refundedCash,
      refdType: 'CASH',
      ecToken: person.ecToken,
    })
    const after = await client.querySettlement(order)
    expect(after.status === 'partly-refunded', 'the order is partly refunded')
    return { result: undefined, outcome: stateText(after), amounts: { total: refundedCash, cash: refundedCash } }
  })
  const { ledger } = simulator
  expect(ledger.paid.cash === paid.cash && ledger.refunded.cash === refundedCash, 'every amount moved exactly once')
  return { feeLines: bill.feedetailList.length, paid, refundedCash }
}

/** A second order, withdrawn before the patient pays: then its bill may be changed and uploaded anew. */
async function playSecondOrder({ client }: Desk, person: Person, log: StepLog): Promise<void> {
  const bill = billFor(billOf5Lines(), person, client.serialNumber())
  const order = await log.run({ en: 'second order, unpaid', zh: '第二笔订单（未支付）' }, async () => {
    const { payOrdId, payToken } = await client.uploadFees(bill)
    const result = { payOrdId, payToken, ...personal(person) }
    const settlement = await client.querySettlement(result)
    expect(settlement.status === 'pending', 'the second order is pending')
    return { result, outcome: stateText(settlement), amounts: { total: bill.medfeeSumamt } }
  })
  await log.run({ en: 'revoke of the second order', zh: '撤销第二笔订单' }, async () => {
    await client.revokeFees(order)
    const settlement = await client.querySettlement(order)
    expect(settlement.status === 'revoked', 'the second order is revoked')
    return { result: undefined, outcome: stateText(settlement) }
  })
}
