import type { Command } from 'commander'

/** What a command tells its caller: an exit code, or nothing for success. */
export type Finish = (code: number) => void

/** A command without a word of English or Chinese missing: name, one line of summary, and what it does. */
export function addCommand(parent: Command, usage: string, summary: string, description: string = summary): Command {
  return parent
    .command(usage)
    .summary(summary)
    .description(description)
    .helpOption(...HELP)
    .helpCommand(false)
}

export const HELP = ['-h, --help', 'show help 显示帮助'] as const

/** Every command that gives a result has it. */
export function withJson(command: Command): Command {
  return command.option('--json', 'the result, or the failure, as JSON on stdout 以 JSON 输出结果或错误')
}
