import type { CommanderError } from 'commander'
import { cliError } from '../cli-error.ts'
import { SECRET_REFUSED } from '../input/secret-options.ts'

/**
 * What is wrong with a command line, without a value that somebody typed: a name or a number may stand in the wrong
 * place, and errors are copied into reports.
 */
export function usageError({ code, message }: CommanderError) {
  if (code === SECRET_REFUSED) {
    const details = [{ en: `Not as ${message}.`, zh: `不可写作 ${message}。` }]
    return cliError('SECRET_ON_COMMAND_LINE', { details })
  }
  const en = `${withoutValues(code, message)}.`
  return cliError('USAGE', { details: [{ en, zh: '' }] })
}

function withoutValues(code: string, message: string): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/\n\(.*/s, '')
    .replace(/\.+$/, '')
  if (code === 'commander.unknownCommand') return text.replace(/'([^']*)'.*/s, (_, name) => shown(name))
  if (code === 'commander.unknownOption') return text.replace(/'(--?[^'=]*)[^']*'.*/s, (_, name) => shown(name))
  return text.replace(/ (?:argument|value) '.*?' is invalid/s, ' is invalid').replace(/\. Got .*$/s, '')
}

/** A misspelt word of ours is worth showing; anything else is not. */
function shown(word: string): string {
  return /^-{0,2}[a-z][a-z-]{0,30}$/.test(word) ? `'${word}'` : '(?)'
}
