import { Argument, type Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import { BODY_COMMANDS, type BodyCommand } from './body-commands.ts'

export function addExample(program: Command): void {
  const command = addCommand(
    program,
    'example',
    'a body that a command takes 生成请求体示例',
    'Prints a body that the command accepts, with invented persons and numbers; for call, of the transType. What commands\n' +
      'fill in themselves (institution, numbers of ours, times) is left out. --answer of the command puts the person and\n' +
      'the order of earlier answers in their place.\n' +
      '输出该命令可接受的请求体，人员与编号均为虚构；call 须指明交易类型。由命令自动填写的机构、流水号与时间不在其中。\n' +
      '执行该命令时，可用 --answer 代入先前应答中的人员与订单。',
  )
    .addArgument(new Argument('<command>', 'the command 命令').choices(BODY_COMMANDS))
    .addArgument(new Argument('[transType]', 'for call: which message 仅 call：交易类型'))
  withJson(command).action(async (name: BodyCommand, transType: string | undefined, { json = false }) => {
    const { exampleCommand } = await import('./example-command.ts')
    exampleCommand(name, transType, json)
  })
}
