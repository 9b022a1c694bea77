import type { Command } from 'commander'
import type { MoneyFlags } from '../../books/ledger-options.ts'
import { addCommand, type Finish } from '../../command-line/add-command.ts'
import type { BodyFlags } from '../../command-line/body-options.ts'
import type { TerminalFlags } from '../../terminal/open-terminal.ts'
import { type InLedger, withCall } from '../call/call-options.ts'
import type { OrderOperation } from './order-command.ts'

const COMMANDS: readonly (readonly [name: string, OrderOperation, InLedger, summary: string, description: string])[] = [
  [
    'credential',
    'queryCredential',
    'nothing',
    "read the patient's code at the terminal 电子凭证解码",
    'Waits for the patient and gives the person and ecToken. They are printed in full with --json only.\n' +
      '等待患者出示电子凭证，取得人员信息与 ecToken；仅 --json 输出完整内容。',
  ],
  [
    'upload',
    'uploadFees',
    'operation',
    'upload a bill 费用上传',
    'Uploads a bill from --file or stdin. Without medOrgOrd one is made and told on stderr before anything is sent:\n' +
      'it finds the order again when the answer is lost. Written into the ledger first; the same bill again is not sent.\n' +
      '上传费用明细。未给出 medOrgOrd 时自动生成，并在发送前显示于标准错误；应答丢失时凭此查询订单。\n' +
      '发送前先记入账本；同一账单再次执行时不会重发，只返回已知结果。',
  ],
  [
    'place',
    'placeOrder',
    'operation',
    'place the payment of an order 支付下单',
    'Places the payment of an uploaded order from the hospital (6202). Never repeat it under another key while it is open.\n' +
      '由医院为已上传的订单下单支付（6202）；结果未明时切勿换键重发。',
  ],
  [
    'query',
    'querySettlement',
    'query',
    'ask where an order stands 查询订单结算状态',
    'Asks by payOrdId and payToken, or by medOrgOrd; a payToken that the ledger has need not be given. Safe to repeat; the\n' +
      'right step after exit code 3: what it proves is written into the ledger.\n' +
      '按 payOrdId 与 payToken，或按 medOrgOrd 查询；账本中已有的 payToken 无须给出。可重复执行，退出码为 3 时应先执行\n' +
      '本命令：查询所证实的结果会记入账本。',
  ],
  [
    'revoke',
    'revokeFees',
    'operation',
    'withdraw a bill that is not settled 撤销费用上传',
    'Withdraws an uploaded bill before it is settled.\n撤销尚未结算的费用上传。',
  ],
  [
    'refund',
    'refund',
    'operation',
    'give money of a settled order back 医保退费',
    'Refunds a settled order, in whole or in part. Without appRefdSn one is made and told on stderr first.\n' +
      '对已结算订单全部或部分退费。未给出 appRefdSn 时自动生成，并先行显示于标准错误。',
  ],
]

/** The interfaces of an order, each a command. */
export function addOrders(program: Command, finish: Finish): void {
  for (const [name, operation, inLedger, summary, description] of COMMANDS) {
    const command = withCall(addCommand(program, name, summary, description), inLedger)
    command.action(async (flags: TerminalFlags & BodyFlags & MoneyFlags) => {
      const { orderCommand } = await import('./order-command.ts')
      finish(await orderCommand(operation, flags))
    })
  }
}
