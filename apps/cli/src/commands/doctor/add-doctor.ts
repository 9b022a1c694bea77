import type { Command } from 'commander'
import { addCommand, type Finish, withJson } from '../../command-line/add-command.ts'
import { withSettings } from '../../settings/setting-options.ts'

export function addDoctor(program: Command, finish: Finish): void {
  const command = addCommand(
    program,
    'doctor',
    'check this machine 检查本机环境',
    'Checks the runtime, the library, ports, character sets, the clock, the agent and the browser policy. Changes nothing\n' +
      'and needs no device; ends with 5 if there is a problem.\n' +
      '检查运行环境、动态库、串口、字符集、时钟、本地代理与浏览器策略；不作任何改动，无需设备；存在问题时退出码为 5。',
  )
  const settings = withSettings(command, ['transport', 'library', 'serialPort', 'agent'])
  withJson(settings).action(async (_: object, command: Command) => {
    const { doctorCommand } = await import('./doctor-command.ts')
    finish(await doctorCommand(command.optsWithGlobals()))
  })
}
