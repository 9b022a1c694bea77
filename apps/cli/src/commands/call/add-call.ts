import type { Command } from 'commander'
import { addCommand } from '../../command-line/add-command.ts'
import type { CallFlags } from './call-command.ts'
import { withCall } from './call-options.ts'

export function addCall(program: Command): void {
  const command = addCommand(
    program,
    'call <transType>',
    'one request of any interface 调用任意接口',
    'Sends one request and prints the answer. The body comes as JSON from --file or stdin; a transType that is\n' +
      'described is checked before anything is sent, any other goes out as it is, and may move money: the ledger has it.\n' +
      '发送一个请求并输出应答。请求体为 JSON，取自 --file 或标准输入；已知交易类型先行校验，其余原样发送，\n' +
      '并视为可能涉及资金，记入账本。',
  ).option('--raw', 'send the body unchecked 不校验请求体')
  withCall(command, 'operation').action(async (transType: string, flags: CallFlags) => {
    const { callCommand } = await import('./call-command.ts')
    await callCommand(transType, flags)
  })
}
