import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander'
import { EXAMPLES } from './examples.ts'

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage 用法:',
  'Arguments:': 'Arguments 参数:',
  'Options:': 'Options 选项:',
  'Commands:': 'Commands 命令:',
}

/** Help in both languages that marks what must be given. A root command hands it on to those below. */
export const BILINGUAL_HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  optionDescription: (option) => described(option, option.mandatory, option.required || option.optional),
  argumentDescription: (argument) => described(argument, argument.required, true),
  // Commander leaves arguments out where none has a description; what must be given is told always.
  visibleArguments: (command) =>
    command.registeredArguments.filter(({ required, description }) => required || description !== ''),
  subcommandTerm: (command) => new Help().subcommandTerm(command).replace(' [options]', ''),
}

function described(
  { description, argChoices, defaultValue }: Option | Argument,
  isNeeded: boolean,
  takesValue: boolean,
): string {
  const isToldAlready = description.includes('default')
  const facts = [
    ...(isNeeded ? ['required 必填'] : []),
    ...(argChoices === undefined ? [] : [`choices 可选: ${argChoices.join(', ')}`]),
    ...(defaultValue === undefined || !takesValue || isToldAlready ? [] : [`default 默认: ${defaultValue}`]),
  ]
  return [description, ...(facts.length === 0 ? [] : [`(${facts.join('; ')})`])].filter((part) => part !== '').join(' ')
}

/** Gives a command the examples that stand under its help. */
export function withExamples(command: Command, words: string): Command {
  const lines = (EXAMPLES[words] ?? []).flatMap(({ line, what }) => [
    ...(what === '' ? [] : [`  # ${what}`]),
    `  ${line}`,
  ])
  return command.addHelpText('after', `\nExamples 示例:\n${lines.join('\n')}`)
}

/** The words of a command behind the name of the program. */
export function wordsOf(command: Command): string {
  const above = command.parent
  return above === null ? '' : `${wordsOf(above)} ${command.name()}`.trim()
}
