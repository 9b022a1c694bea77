import { type BilingualText, didYouMean } from '@nationec/errors'
import type { Issue } from '@nationec/protocol'
import { TerminalError } from '../errors/terminal-error.ts'
import { readJsonObject } from '../files/read-json-object.ts'
import { programSettings } from './program-settings.ts'
import { flagOf, type Setting, variableOf } from './setting.ts'
import { terminalSettings } from './terminal-settings.ts'
import { written } from './written.ts'
import { wrongValue } from './wrong-value.ts'

/** Where a value came from, the strongest first. */
export type SettingSource = 'flag' | 'environment' | 'file' | 'central' | 'default'

/** Where settings are read from. */
export interface SettingsInput {
  /** Values by the names of their settings, as a command line or a program gives them; texts are read as flags. */
  readonly flags?: Readonly<Record<string, unknown>> | undefined
  /** Default: none. A program gives `process.env`. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
  /** The configuration file, stronger than `NATIONEC_CONFIG`. No file is read unless one of them names it. */
  readonly config?: string | undefined
  /** Settings of an institution for all its machines, weaker than all of these; the caller has verified where they are from. */
  readonly central?: Readonly<Record<string, unknown>> | undefined
  /** What the reader of the command line found wrong. */
  readonly issues?: readonly Issue[] | undefined
}

/** The rows of a program, and how they become its settings. */
export interface SettingsPlan<Settings extends object> {
  readonly table: readonly Setting[]
  /** The settings where none is given; `given` holds those that are. */
  readonly defaults: (given: Partial<Settings>) => Settings
  /** What is wrong or missing when every value by itself is right. */
  readonly check?: ((settings: Settings, isGiven: (name: keyof Settings) => boolean) => readonly Issue[]) | undefined
}

/** Settings with where each came from. */
export interface ReadSettings<Settings extends object> {
  readonly settings: Settings
  readonly sources: Readonly<Record<keyof Settings, SettingSource>>
  /** The configuration file that was read. */
  readonly file: string | undefined
}

/**
 * Reads the settings of a program by its table: flags before the environment, that before the configuration file, that
 * those that are central, those before the defaults.
 *
 * The file is a JSON object in UTF-8 (a byte order mark is accepted), UTF-16 LE or GB18030. One file serves every
 * program: the settings of another one are skipped, names that none has are refused.
 *
 * @throws `SETTING_INVALID` with every wrong setting in `issues`: where it stands, the rule, and what to do
 */
export async function readSettings<Settings extends object>(
  { table, defaults, check }: SettingsPlan<Settings>,
  { flags = {}, environment = {}, config, central = {}, issues: earlier = [] }: SettingsInput,
): Promise<ReadSettings<Settings>> {
  const file = config ?? nonEmpty(environment['NATIONEC_CONFIG'])
  const { content, issues } = file === undefined ? { content: {}, issues: [] } : await readConfiguration(file, table)
  const wrong: Issue[] = [...earlier, ...issues, ...unknownNames(central, table, CENTRAL)]
  const given: Record<string, unknown> = {}
  const sources: Record<string, SettingSource> = {}
  for (const setting of table) {
    const { name } = setting
    const found = find(setting, { flags, environment, content, central })
    sources[name] = found?.source ?? 'default'
    if (found === undefined) continue
    const parsed = setting.schema.safeParse(found.value)
    if (parsed.success) given[name] = parsed.data
    else wrong.push(...wrongValue(found, setting, parsed.error))
  }
  const settings = defaults(given as Partial<Settings>)
  wrong.push(...(check?.(settings, (name) => sources[String(name)] !== 'default') ?? []))
  if (wrong.length > 0) throw new TerminalError('SETTING_INVALID', { issues: wrong })
  return { settings, sources: sources as ReadSettings<Settings>['sources'], file }
}

interface Found {
  readonly value: unknown
  readonly source: SettingSource
  /** As people find it again. */
  readonly place: string
}

const FILE = '(--config)'
const CENTRAL = '(--central)'

interface Places {
  readonly flags: Readonly<Record<string, unknown>>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly content: Readonly<Record<string, unknown>>
  readonly central: Readonly<Record<string, unknown>>
}

function find(setting: Setting, { flags, environment, content, central }: Places): Found | undefined {
  const { name } = setting
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
  if (flag !== undefined) return { value: written(setting, flag), source: 'flag', place: flagOf(name) }
  const variable = nonEmpty(environment[variableOf(name)])
  if (variable !== undefined)
    return { value: written(setting, variable), source: 'environment', place: variableOf(name) }
  if (Object.hasOwn(content, name)) return { value: content[name], source: 'file', place: `${name} ${FILE}` }
  return Object.hasOwn(central, name)
    ? { value: central[name], source: 'central', place: `${name} ${CENTRAL}` }
    : undefined
}

interface Configuration {
  readonly content: Readonly<Record<string, unknown>>
  readonly issues: readonly Issue[]
}

async function readConfiguration(path: string, table: readonly Setting[]): Promise<Configuration> {
  const read = await readJsonObject(path)
  if (read.content === undefined)
    return { content: {}, issues: [{ path: '--config', rule: 'format', text: read.wrong }] }
  const { content } = read
  return { content, issues: unknownNames(content, table, FILE) }
}

/** One file serves every program: names that none of them has. */
function unknownNames(
  content: Readonly<Record<string, unknown>>,
  table: readonly Setting[],
  place: string,
): readonly Issue[] {
  const known = new Set<string>([
    ...['$schema', ...Object.values(programSettings).flat()],
    ...[...table, ...terminalSettings].map(({ name }) => name),
  ])
  return Object.keys(content)
    .filter((name) => !known.has(name))
    .map((name) => ({
      path: `${/^[\w$-]{1,40}$/.test(name) ? name : '(?)'} ${place}`,
      rule: 'unknown-field' as const,
      text: noSetting(didYouMean(name, [...known])),
    }))
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}

function noSetting({ en, zh }: BilingualText): BilingualText {
  return { en: `is not a setting${en}`, zh: `不是设置项${zh}` }
}
