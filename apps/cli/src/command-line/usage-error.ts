import { didYouMean } from '@nationec/errors'
import type { Command, CommanderError } from 'commander'
import { cliError } from '../errors/cli-error.ts'
import { SECRET_REFUSED } from './secret-options.ts'
import { RULES } from './values.ts'

/**
 * What is wrong with a command line, without a value that was typed: a name or a number may stand in the wrong
 * place, and errors are copied into reports.
 *
 * @param command in which it was found; what it knows is offered instead of a misspelt word
 */
export function usageError({ code, message }: CommanderError, command?: Command) {
  if (code === SECRET_REFUSED) {
    const details = [{ en: `Not as ${message}.`, zh: `不可写作 ${message}。` }]
    return cliError('SECRET_ON_COMMAND_LINE', { details })
  }
  const text = withoutValues(code, message)
  const { en, zh } = didYouMean(wordIn(message), wordsOf(command, code))
  return cliError('USAGE', { details: [{ en: `${text}${en}.`, zh: `${inChinese(code, text)}${zh}。` }] })
}

/** The word that nothing is called, without a value behind it. */
function wordIn(message: string): string {
  return /'([^'=]*)/.exec(message)?.[1] ?? ''
}

/** What may stand where the unknown word stands. */
function wordsOf(command: Command | undefined, code: string): string[] {
  if (command === undefined) return []
  if (code === 'commander.unknownCommand')
    return command
      .createHelp()
      .visibleCommands(command)
      .map((one) => one.name())
  if (code !== 'commander.unknownOption') return []
  const options = command.createHelp().visibleOptions(command)
  return options.flatMap(({ long }) => (long === undefined || long === null ? [] : [long]))
}

function withoutValues(code: string, message: string): string {
  const text = message.replace(/^error: /, '').replace(/\.+$/, '')
  if (code === 'commander.unknownCommand') return text.replace(/'([^']*)'.*/s, (_, name) => shown(name))
  if (code === 'commander.unknownOption') return text.replace(/'(--?[^'=]*)[^']*'.*/s, (_, name) => shown(name))
  return text.replace(/ (?:argument|value) '.*?' is invalid/s, ' is invalid').replace(/\. Got .*$/s, '')
}

/** A misspelt word of ours is worth showing; anything else is not. */
function shown(word: string): string {
  return /^-{0,2}[a-z][a-z-]{0,30}$/.test(word) ? `'${word}'` : '(?)'
}

/** What commander says of each mistake; the name in quotes is put behind. */
const CHINESE: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有该命令',
  'commander.unknownOption': '没有该选项',
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少取值',
  'commander.missingMandatoryOptionValue': '须给出选项',
  'commander.excessArguments': '参数过多',
  'commander.invalidArgument': '取值无效',
  'commander.conflictingOption': '选项不能同时使用',
}

function inChinese(code: string, text: string): string {
  const names = [...text.matchAll(/'([^']*)'/g)].map(([, name]) => name)
  const choices = /Allowed choices are (.*)$/s.exec(text)?.[1]
  const rule = /is invalid\. (must .*)$/s.exec(text)?.[1]
  const what = [CHINESE[code] ?? '用法有误', ...names].join(' ')
  if (choices !== undefined) return `${what}，须为 ${choices.replaceAll(', ', '、')} 之一`
  return rule === undefined ? what : `${what}，${RULES[rule] ?? rule}`
}
