import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import { TERMINAL_SETTINGS, withSettings } from '../../settings/setting-options.ts'

export function addConfig(program: Command): void {
  const config = addCommand(program, 'config', 'settings and where they come from 设置及其来源')
  const explain = addCommand(
    config,
    'explain',
    'every setting, its value and its source 显示各项设置的取值与来源',
    'Shows every setting: flag before environment, before configuration file, before default. None of them is a secret.\n' +
      '显示各项设置：命令行参数优先于环境变量，其次配置文件，最后默认值；其中不含密钥。',
  )
  withJson(withSettings(explain, TERMINAL_SETTINGS)).action(async (_: object, command: Command) => {
    const { explainCommand } = await import('./explain-command.ts')
    await explainCommand(command.optsWithGlobals())
  })
}
