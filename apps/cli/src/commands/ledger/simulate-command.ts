import { EXIT } from '../../errors/exit.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'

export interface SimulateLedgerFlags {
  readonly seed: number
  readonly orders: number
  readonly store: 'memory' | 'sqlite'
  readonly only?: readonly string[]
  readonly shrink?: boolean
  readonly story?: boolean
  readonly json?: boolean
}

/** `nationec ledger simulate`: a whole world from one seed; gives 1 when a rule of the ledger was broken. */
export async function simulateLedgerCommand(flags: SimulateLedgerFlags): Promise<number> {
  const { simulateLedger, shrinkSimulation } = await import('@nationec/ledger/simulation')
  const { seed, orders, store, shrink = false, story = false, json = false } = flags
  const only = flags.only?.map(Number)
  const report = await (shrink ? shrinkSimulation : simulateLedger)({ seed, orders, only, store })
  const { story: lines, ...facts } = report
  printResult({ ...facts, ...(story ? { story: lines } : {}) }, json, () => {
    if (story) for (const line of lines) say(line)
    say(`seed 种子: ${seed}, orders 订单: ${report.orders.length}, operations 操作: ${report.operations}`)
    say(`crashes 崩溃: ${report.crashes}`)
    for (const [name, count] of Object.entries(report.outcomes)) say(`  ${name}: ${count}`)
    say(report.broken.length === 0 ? 'no rule was broken 未违反任何规则' : 'broken 违反规则:')
    for (const line of report.broken) say(`  ${line}`)
  })
  return report.broken.length === 0 ? EXIT.ok : EXIT.refused
}
