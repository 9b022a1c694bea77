import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { BilingualText } from '@nationec/errors'
import type { Issue } from '@nationec/protocol'
import type { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { usualJournalDays } from '../journal/retention.ts'
import { defaultDataFolder } from './data-folder.ts'
import { memberIssues } from './member-issues.ts'
import { type AgentSettings, flagOf, type Setting, type SettingName, settings, variableOf } from './settings.ts'

/** Where settings come from. */
export interface SettingsInput {
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isTerminal: boolean
}

/** Where a value came from, the strongest first. */
export type SettingSource = 'flag' | 'environment' | 'file' | 'default'

export interface ReadSettings {
  readonly settings: AgentSettings
  readonly sources: Readonly<Record<SettingName, SettingSource>>
}

/** The institution of examples; a real one must be named. */
const DEMO_INSTITUTION = 'H33010200001'

/**
 * Reads the settings: the command line before the environment, that before the file, that before the defaults.
 *
 * @throws `AGENT_CONFIG_INVALID` with every wrong setting: where it stands, the rule, and what to do
 */
export async function readSettings({ argv, environment, isTerminal }: SettingsInput): Promise<ReadSettings> {
  const flags = readFlags(argv)
  const path = flags.get('config') ?? environment['NATIONEC_AGENT_CONFIG']
  const file = path === undefined ? {} : await readFileSettings(String(path))
  const issues: Issue[] = unknownInFile(file)
  const values: Partial<Record<SettingName, unknown>> = {}
  const sources: Partial<Record<SettingName, SettingSource>> = {}
  for (const setting of settings) {
    const name = setting.name as SettingName
    const found = find(setting, flags, environment, file)
    sources[name] = found?.source ?? 'default'
    if (found === undefined) continue
    const parsed = setting.schema.safeParse(found.value)
    if (parsed.success) values[name] = parsed.data
    else issues.push(...wrongIn(found.place, setting, parsed.error))
  }
  const read = withDefaults(values, isTerminal)
  issues.push(...missing(read, values))
  if (issues.length > 0) throw agentError('AGENT_CONFIG_INVALID', { issues })
  return { settings: read, sources: sources as ReadSettings['sources'] }
}

function readFlags(argv: readonly string[]): Map<string, string | boolean> {
  const options: Record<string, { type: 'string' | 'boolean' }> = { config: { type: 'string' } }
  for (const { name, writing } of settings)
    options[flagOf(name)] = { type: writing === 'switch' ? 'boolean' : 'string' }
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true })
    return new Map(
      Object.entries(values).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value as string | boolean]],
      ),
    )
  } catch (error) {
    // What the parser says names the flag and never its value.
    const flag = /'(--?[\w-]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 'command line'
    const text = {
      en: 'is no flag, or lacks its value; --help shows them all',
      zh: '不是可用的参数，或缺少取值；全部参数见 --help',
    }
    throw agentError('AGENT_CONFIG_INVALID', { issues: [{ path: flag, rule: 'unknown-field', text }] })
  }
}

async function readFileSettings(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof content === 'object' && content !== null && !Array.isArray(content))
      return content as Record<string, unknown>
  } catch {
    // Told below; the file may hold secrets, so nothing of it is quoted.
  }
  const text = { en: 'must name a file with a JSON object in UTF-8', zh: '须指向内容为 JSON 对象的 UTF-8 文件' }
  throw agentError('AGENT_CONFIG_INVALID', { issues: [{ path: '--config', rule: 'format', text }] })
}

interface Found {
  readonly value: unknown
  readonly source: SettingSource
  /** As people find it again. */
  readonly place: string
}

function find(
  setting: Setting,
  flags: ReadonlyMap<string, string | boolean>,
  environment: SettingsInput['environment'],
  file: Readonly<Record<string, unknown>>,
): Found | undefined {
  const { name } = setting
  const flag = flags.get(flagOf(name))
  if (flag !== undefined) return { value: written(setting, flag), source: 'flag', place: `--${flagOf(name)}` }
  const variable = environment[variableOf(name)]
  if (variable !== undefined && variable !== '') {
    return { value: written(setting, variable), source: 'environment', place: variableOf(name) }
  }
  return Object.hasOwn(file, name) ? { value: file[name], source: 'file', place: `${name} (--config)` } : undefined
}

/** A text as the value that it stands for; what it does not stand for is left for the schema to refuse. */
function written({ writing }: Setting, text: string | boolean): unknown {
  if (typeof text === 'boolean') return text
  if (writing === 'number') return text.trim() === '' ? text : Number(text)
  if (writing === 'switch')
    return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text
  if (writing === 'list')
    return text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
  if (writing !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function withDefaults(values: Partial<Record<SettingName, unknown>>, isTerminal: boolean): AgentSettings {
  const transport = (values.transport ?? 'simulator') as AgentSettings['transport']
  const simulated = transport === 'simulator'
  const defaults: AgentSettings = {
    transport,
    orgId: DEMO_INSTITUTION,
    port: undefined,
    host: '127.0.0.1',
    allowRemote: false,
    origins: [],
    hosts: [],
    // The simulator forgets its orders with the process: a journal that remembered them would only confuse.
    data: simulated ? undefined : defaultDataFolder(),
    pairingDays: 30,
    journalDays: usualJournalDays,
    stopWithin: 20_000,
    logLevel: isTerminal ? 'warn' : 'info',
    logFile: undefined,
    profile: undefined,
    seed: 7,
    simulator: {},
    library: undefined,
    url: undefined,
    dll: {},
    serialPort: undefined,
    serialBaud: 115_200,
    serialKeys: undefined,
    serial: {},
    centre: undefined,
  }
  return { ...defaults, ...values } as AgentSettings
}

function missing({ transport }: AgentSettings, given: Partial<Record<SettingName, unknown>>): Issue[] {
  const needed: readonly SettingName[] =
    transport === 'simulator' ? [] : transport === 'dll' ? ['orgId', 'library'] : ['orgId', 'serialPort', 'serialKeys']
  return needed
    .filter((name) => given[name] === undefined)
    .map((name) => ({
      path: `--${flagOf(name)}`,
      rule: 'required',
      text: { en: `must be given with --transport ${transport}`, zh: `使用 --transport ${transport} 时必填` },
    }))
}

function unknownInFile(file: Readonly<Record<string, unknown>>): Issue[] {
  const names = new Set<string>(settings.map(({ name }) => name))
  return Object.keys(file)
    .filter((name) => !names.has(name) && name !== '$schema')
    .map((name) => ({
      path: `${/^[\w$-]{1,40}$/.test(name) ? name : '(?)'} (--config)`,
      rule: 'unknown-field',
      text: { en: 'is not a setting', zh: '不是设置项' },
    }))
}

/** What is wrong with a value: member by member where it has members, never the value itself. */
function wrongIn(path: string, setting: Setting, error: z.ZodError): Issue[] {
  const inMembers = memberIssues(path, error.issues)
  if (inMembers.length > 0) return inMembers
  return [wrong(path, setting, error.issues[0]?.code === 'invalid_value' ? choicesOf(setting) : undefined)]
}

function wrong(path: string, { en, zh, writing }: Setting, choices: string | undefined): Issue {
  const form: Readonly<Record<string, BilingualText>> = {
    number: { en: 'a number', zh: '数值' },
    list: { en: 'a list, separated by commas', zh: '以逗号分隔的列表' },
    switch: { en: 'true or false', zh: 'true 或 false' },
    json: { en: 'a JSON object', zh: 'JSON 对象' },
  }
  const shape =
    choices === undefined
      ? (form[writing] ?? { en: 'a text', zh: '文本' })
      : { en: `one of ${choices}`, zh: `${choices} 之一` }
  return { path, rule: 'value', text: { en: `must be ${shape.en}: ${en}`, zh: `须为${shape.zh}：${zh}` } }
}

function choicesOf({ schema }: Setting): string | undefined {
  return 'options' in schema && Array.isArray(schema.options) ? schema.options.join(', ') : undefined
}
