import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import { wholeNumber } from '../../command-line/values.ts'

export function addDemo(program: Command): void {
  const command = addCommand(
    program,
    'demo',
    'the whole flow with a simulated terminal 全流程演示（模拟终端）',
    'Runs a bill of 200 fee lines through every interface with a simulated terminal, then loses answers on purpose.\n' +
      '以模拟终端演示 200 条费用明细的完整流程，并演示应答丢失时的处理。',
  ).option('--seed <number>', 'seed of the simulator 模拟器随机种子', wholeNumber, 7)
  withJson(command).action(async (options: { json?: boolean; seed: number }) => {
    const { demoCommand } = await import('./demo-command.ts')
    await demoCommand(options)
  })
}
