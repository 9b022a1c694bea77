import type { Command } from 'commander'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { powershellScript } from './powershell.ts'
import { wordTree } from './word-tree.ts'
import { zshScript } from './zsh.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript, powershell: powershellScript }

export type Shell = keyof typeof scripts

/** `nationec completion`: a script made of the commands and options that exist. */
export function completionCommand(shell: Shell, program: Command, json: boolean): void {
  const script = scripts[shell](wordTree(program))
  printResult({ shell, script }, json, () => say(script.trimEnd()))
}
