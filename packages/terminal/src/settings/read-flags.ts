import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type BilingualText, didYouMean } from '@nationec/errors'
import type { Issue } from '@nationec/protocol'
import { flagOf, type Setting } from './setting.ts'

/** The flags of a command line by the names of their settings, and what is wrong with it. */
export interface ReadFlags {
  readonly flags: Readonly<Record<string, string | boolean>>
  /** The configuration file that `--config` names. */
  readonly config: string | undefined
  readonly issues: readonly Issue[]
}

/**
 * Reads a command line that holds nothing but settings: `--org-id H33010200001 --port=0`.
 *
 * What is wrong with it is given and not thrown, so that {@link readSettings} tells it with everything else.
 */
export function readFlags(argv: readonly string[], table: readonly Setting[]): ReadFlags {
  const names = new Map([...table.map(({ name }) => [flagOf(name), name] as const), ['--config', 'config'] as const])
  const switches = new Set(table.filter(({ writing }) => writing === 'switch').map(({ name }) => name))
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    [...names].map(([flag, name]) => [flag.slice(2), { type: switches.has(name) ? 'boolean' : 'string' }]),
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const flags: Record<string, string | boolean> = {}
  const issues: Issue[] = []
  for (const token of tokens) {
    if (token.kind !== 'option') {
      issues.push({ path: 'command line', rule: 'unknown-field', text: NO_FLAG })
      continue
    }
    const name = names.get(token.rawName)
    if (name === undefined)
      issues.push({ path: shown(token.rawName), rule: 'unknown-field', text: noFlag(token.rawName, names) })
    else if (token.value !== undefined) flags[name] = token.value
    else if (switches.has(name)) flags[name] = true
    else issues.push({ path: token.rawName, rule: 'required', text: NO_VALUE })
  }
  const { config, ...settings } = flags
  return { flags: settings, config: typeof config === 'string' ? config : undefined, issues }
}

function shown(flag: string): string {
  return /^--?[\w-]{1,40}$/.test(flag) ? flag : 'command line'
}

function noFlag(flag: string, known: ReadonlyMap<string, string>): BilingualText {
  const { en, zh } = didYouMean(flag, [...known.keys()])
  return { en: `${NO_FLAG.en}${en}`, zh: `${NO_FLAG.zh}${zh}` }
}

const NO_FLAG = { en: 'is no flag; --help shows them all', zh: '不是可用的参数；全部参数见 --help' }
const NO_VALUE = { en: 'lacks its value; --help shows what it takes', zh: '缺少取值；用法见 --help' }
