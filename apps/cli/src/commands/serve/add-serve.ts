import type { Command } from 'commander'
import { addCommand, type Finish, withJson } from '../../command-line/add-command.ts'

export function addServe(program: Command, finish: Finish): void {
  const command = addCommand(
    program,
    'serve [options...]',
    'start the local agent 启动本地代理',
    'Starts the agent of @nationec/agent, if it is installed. Its own options follow: nationec serve --transport dll;\n' +
      'nationec serve --explain shows its settings, nationec serve --help all of them.\n' +
      '启动已安装的 @nationec/agent；其后为该程序的参数，--explain 显示其设置，--help 显示全部参数。',
  )
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
  withJson(command).action(async (options: readonly string[], { json = false }: { readonly json?: boolean }) => {
    const { serveCommand } = await import('./serve-command.ts')
    finish(await serveCommand(options, json))
  })
}
