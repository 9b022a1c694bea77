import process from 'node:process'
import { formatYuan } from '@nationec/protocol'
import { coloursFor } from '../../output/colour.ts'
import { say } from '../../output/say.ts'
import { type Column, table } from '../../output/table.ts'
import type { DemoReport } from './demo-report.ts'
import type { Step } from './step-log.ts'

const COLUMNS: readonly Column[] = [
  { title: 'step 步骤' },
  { title: 'outcome 结果' },
  { title: 'total 总额', align: 'right' },
  { title: 'fund 基金', align: 'right' },
  { title: 'account 个账', align: 'right' },
  { title: 'cash 现金', align: 'right' },
  { title: 'ms', align: 'right' },
]

/** The demo's last word on stdout: a table for each scene, and what it proves. */
export function printReport({ main, lostAnswer, seconds }: DemoReport): void {
  const pc = coloursFor(process.stdout)
  say(`\n${pc.bold('Scene 1: the whole flow  场景一：完整流程')}`)
  say(table(COLUMNS, main.steps.map(row)))
  say(`\n${pc.bold('Scene 2: the answer is lost  场景二：应答丢失')}`)
  say(table(COLUMNS, lostAnswer.steps.map(row)))
  say(
    [
      '',
      `Orders for the lost upload: ${lostAnswer.orders}; refunds carried out: ${lostAnswer.refunds}. Nothing happened twice.`,
      `丢失应答的上传对应订单 ${lostAnswer.orders} 笔，实际退费 ${lostAnswer.refunds} 次，没有任何重复。`,
      `Amounts in yuan 金额单位：元. Done in 用时 ${seconds.toFixed(1)} s.`,
    ].join('\n'),
  )
}

function row({ name, outcome, amounts = {}, milliseconds }: Step, index: number): string[] {
  const { total, fund, account, cash } = amounts
  const written = [total, fund, account, cash].map((amount) => (amount === undefined ? '' : formatYuan(amount)))
  return [`${index + 1} ${name.en} ${name.zh}`, outcome, ...written, milliseconds.toFixed(1)]
}
