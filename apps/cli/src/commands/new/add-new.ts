import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import type { NewTransportFlags } from './new-transport-command.ts'

export function addNew(program: Command): void {
  const group = addCommand(program, 'new', 'new packages from a template 由模板新建软件包')
  const command = addCommand(
    group,
    'transport <medium>',
    'a transport package to fill in 新建传输层软件包',
    'Writes a stand-alone npm package for a transport of your own: sources, settings, README, and the conformance kit\n' +
      'that says what is still to be written.\n' +
      '为自行编写的传输层生成独立的 npm 包：源码、配置、README 和一致性测试；未完成之处由测试指出。',
  ).option('--folder <folder>', 'where to put it, default nationec-transport-<medium> 目标文件夹')
  withJson(command).action(async (medium: string, flags: NewTransportFlags) => {
    const { newTransportCommand } = await import('./new-transport-command.ts')
    await newTransportCommand(medium, flags)
  })
}
