import { type Command, Option } from 'commander'
import { withExamples, wordsOf } from './help.ts'

/** What a command tells its caller: an exit code, or nothing for success. */
export type Finish = (code: number) => void

/** A command without a word of English or Chinese missing: name, one line of summary, what it does, and its examples. */
export function addCommand(parent: Command, usage: string, summary: string, description: string = summary): Command {
  const command = parent.command(usage)
  return withExamples(command, wordsOf(command))
    .summary(summary)
    .description(joined(description))
    .helpOption(...HELP)
    .helpCommand(false)
    .addOption(charsetOption().hideHelp())
}

/** Help breaks lines as wide as the console: those of the source end only where the language or an indent begins. */
function joined(text: string): string {
  return text.replaceAll(/\n(?=[\x21-\x7e])/g, ' ')
}

export const HELP = ['-h, --help', 'show help 显示帮助'] as const

/** Of every output. It is read before the command line is, and taken wherever it stands. */
export function charsetOption(): Option {
  return new Option('--charset <name>', 'of the output: utf-8, gbk; or NATIONEC_CHARSET 输出字符集').choices([
    'utf-8',
    'gbk',
  ])
}

/** Every command that gives a result has it. */
export function withJson(command: Command): Command {
  return command.option('--json', 'the result, or the failure, as JSON on stdout 以 JSON 输出结果或错误')
}
