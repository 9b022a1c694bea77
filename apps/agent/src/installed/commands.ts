import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { didYouMean } from '@nationec/errors'
import { stateFolder, TerminalError } from '@nationec/terminal'
import { LockError } from '@nationec/transport/lock'
import { agentError } from '../errors/agent-error.ts'
import { askControl } from './control.ts'
import { install } from './install.ts'
import { keepAgent } from './keeper.ts'
import { placesOf } from './places.ts'
import { status } from './status.ts'
import { systemLogOf } from './system-log.ts'
import { uninstall } from './uninstall.ts'
import { rollback, update, updateWord } from './update.ts'

/** What the commands of an installation need of the program. */
export interface InstalledParts {
  /** The folder of a release that was unpacked; absent in a package of npm, which npm installs and updates. */
  readonly release: URL | undefined
  /** Checks a file of settings and gives the folder of the ledger that it leads to. Throws `SETTING_INVALID`. */
  readonly checkSettings: (path: string) => Promise<string>
}

/** The flags of each command that belongs to an installation; those without a value are switches. */
const COMMANDS = {
  install: { settings: 'string', key: 'string', group: 'string', 'update-from': 'string', 'no-start': 'boolean' },
  uninstall: {},
  status: {},
  codes: {},
  update: { from: 'string', again: 'boolean' },
  rollback: {},
  keep: {},
} as const

type Command = keyof typeof COMMANDS
type Values = Readonly<Record<string, string | boolean | undefined>>

/** Runs a command of an installation and gives what it says, or `undefined` for the words of something else. */
export async function installedCommand(
  argv: readonly string[],
  parts: InstalledParts,
): Promise<Readonly<Record<string, string>> | undefined> {
  const [word = '', ...rest] = argv
  if (!Object.hasOwn(COMMANDS, word)) return undefined
  const command = word as Command
  const values = valuesOf(command, rest)
  if (parts.release === undefined) throw agentError('AGENT_NO_RELEASE')
  return run[command](values, { ...parts, release: parts.release })
}

type Run = (
  values: Values,
  parts: InstalledParts & { readonly release: URL },
) => Promise<Readonly<Record<string, string>>>

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const run: Readonly<Record<Command, Run>> = {
  async install(values, { release, checkSettings }) {
    const places = placesOf()
    const version = await install({
      places,
      checkSettings,
      release: fileURLToPath(release),
      settings: text(values['settings']),
      key: text(values['key']),
      group: text(values['group']),
      updateFrom: text(values['update-from']),
      start: values['no-start'] !== true,
    })
    return { outcome: 'installed', version, folder: places.home, ledger: await checkSettings(places.settings) }
  },
  async uninstall(_, { checkSettings }) {
    const places = placesOf()
    const ledger = await checkSettings(places.settings).catch(() => stateFolder('agent'))
    await uninstall(places)
    return { outcome: 'uninstalled', removed: places.home, ledger }
  },
  status: () => status(placesOf()),
  async codes() {
    // For a person at a screen without an icon of the agent; not for logs.
    const { state = 'not-running', start, code, page } = (await askControl(placesOf(), 'state')) ?? {}
    return { state, ...(start !== undefined && { start }), ...(code !== undefined && { code, page: page ?? '' }) }
  },
  async update(values) {
    const { outcome, version, ...more } = await update({
      places: placesOf(),
      from: text(values['from']),
      now: Date.now(),
      again: values['again'] === true,
    })
    return {
      outcome,
      version,
      ...('before' in more && { before: more.before }),
      ...('from' in more && { from: more.from ?? '-' }),
    }
  },
  async rollback() {
    return { outcome: 'rolled-back', ...(await rollback(placesOf())) }
  },
  async keep() {
    try {
      const places = placesOf()
      await keepAgent({ places, systemLog: systemLogOf(places), lookForUpdate: () => updateWord(places) })
      return { outcome: 'stopped' }
    } catch (error) {
      // Logged on twice, or started by hand beside it: the first one goes on.
      if (error instanceof LockError && error.reason === 'held') return { outcome: 'runs-already' }
      throw error
    }
  },
}

function valuesOf(command: Command, args: readonly string[]): Values {
  const flags: Readonly<Record<string, 'string' | 'boolean'>> = { ...COMMANDS[command], json: 'boolean' }
  const options = Object.fromEntries(Object.entries(flags).map(([name, type]) => [name, { type }]))
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option' || !Object.hasOwn(flags, token.name)) {
      const near = didYouMean(token.kind === 'option' ? token.name : '', Object.keys(flags))
      throw refused('command line', {
        en: `is no flag of ${command}; it takes: ${Object.keys(flags)
          .map((name) => `--${name}`)
          .join(', ')}${near.en}`,
        zh: `不是 ${command} 的参数；可用：${Object.keys(flags)
          .map((name) => `--${name}`)
          .join('、')}${near.zh}`,
      })
    }
    if (flags[token.name] === 'string' && typeof values[token.name] !== 'string')
      throw refused(`--${token.name}`, { en: 'lacks its value', zh: '缺少取值' })
  }
  return values
}

const refused = (path: string, said: { readonly en: string; readonly zh: string }) =>
  new TerminalError('SETTING_INVALID', { issues: [{ path, rule: 'value', text: said }] })

/** As people read it, or as one JSON object for deployment tools. */
export function shownAnswer(answer: Readonly<Record<string, string>>, argv: readonly string[]): string {
  if (argv.includes('--json')) return JSON.stringify(answer)
  const width = Math.max(...Object.keys(answer).map((name) => name.length))
  return Object.entries(answer)
    .map(([name, value]) => `${name.padEnd(width)}  ${value}`)
    .join('\n')
}
