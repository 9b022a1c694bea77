import { Argument, type Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import type { Shell } from './completion-command.ts'

export function addCompletion(program: Command): void {
  const command = addCommand(
    program,
    'completion',
    'a completion script for a shell 生成命令补全脚本',
    'Prints a completion script: bash, zsh, fish or powershell.\n' +
      '  bash        nationec completion bash > ~/.local/share/bash-completion/completions/nationec\n' +
      '  zsh         nationec completion zsh > a folder of $fpath/_nationec\n' +
      '  fish        nationec completion fish > ~/.config/fish/completions/nationec.fish\n' +
      '  powershell  nationec completion powershell >> $PROFILE\n' +
      '输出 bash、zsh、fish 或 powershell 的命令补全脚本。',
  ).addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish', 'powershell']))
  withJson(command).action(async (shell: Shell, { json = false }: { readonly json?: boolean }) => {
    const { completionCommand } = await import('./completion-command.ts')
    completionCommand(shell, program, json)
  })
}
