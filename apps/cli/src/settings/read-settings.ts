import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { cliError } from '../errors/cli-error.ts'
import {
  defaults,
  flagOf,
  type Setting,
  type SettingName,
  type Settings,
  settingsTable,
  variableOf,
} from './settings.ts'

/** Where a value comes from, the strongest first. */
export type SettingSource = 'flag' | 'environment' | 'file' | 'default'

export interface ReadSettings {
  readonly settings: Settings
  readonly sources: Readonly<Record<SettingName, SettingSource>>
  /** The configuration file that was read. */
  readonly file: string | undefined
}

/** What commander has read: settings by their names, and the configuration file. */
export type Flags = Readonly<Record<string, unknown>> & { readonly config?: string }

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings: flags before the environment, that before the configuration file, that before the defaults.
 *
 * No file is read unless it is named: a file that happens to lie in the folder must not choose a library to load.
 *
 * @throws `SETTING_INVALID`, `CONFIG_NOT_READABLE`
 */
export async function readSettings(flags: Flags, environment: Environment = process.env): Promise<ReadSettings> {
  const file = flags.config ?? nonEmpty(environment['NATIONEC_CONFIG'])
  const inFile = file === undefined ? {} : await readConfiguration(file)
  const values: Record<string, unknown> = {}
  const sources: Record<string, SettingSource> = {}
  for (const setting of settingsTable) {
    const { name } = setting
    const found = find(setting, flags, environment, inFile)
    sources[name] = found?.source ?? 'default'
    values[name] = found === undefined ? defaults[name] : checked(setting, found)
  }
  return { settings: values as unknown as Settings, sources: sources as ReadSettings['sources'], file }
}

interface Found {
  readonly value: unknown
  readonly source: SettingSource
  /** As people find it again. */
  readonly place: string
}

function find(setting: Setting, flags: Flags, environment: Environment, inFile: Flags): Found | undefined {
  const { name } = setting
  if (flags[name] !== undefined) return { value: written(setting, flags[name]), source: 'flag', place: flagOf(name) }
  const variable = nonEmpty(environment[variableOf(name)])
  if (variable !== undefined) {
    return { value: written(setting, variable), source: 'environment', place: variableOf(name) }
  }
  return Object.hasOwn(inFile, name) ? { value: inFile[name], source: 'file', place: `${name} (--config)` } : undefined
}

/** A text as the value that it stands for; what it does not stand for is refused by the check. */
function written({ writing }: Setting, value: unknown): unknown {
  if (typeof value !== 'string' || writing === 'text') return value
  if (writing === 'number') return value.trim() === '' ? value : Number(value)
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function checked({ writing, choices }: Setting, { value, place }: Found): unknown {
  const fits =
    writing === 'number'
      ? Number.isSafeInteger(value) && (value as number) >= 0
      : writing === 'json'
        ? isObject(value)
        : typeof value === 'string' && value !== '' && (choices?.includes(value) ?? true)
  if (fits) return value
  const en = choices
    ? `one of ${choices.join(', ')}`
    : { number: 'a whole number', json: 'a JSON object', text: 'text' }[writing]
  const zh = choices ? `${choices.join('、')} 之一` : { number: '非负整数', json: 'JSON 对象', text: '文本' }[writing]
  throw cliError('SETTING_INVALID', { details: [{ en: `${place} must be ${en}.`, zh: `${place} 须为${zh}。` }] })
}

async function readConfiguration(path: string): Promise<Flags> {
  const content = await readJson(path)
  if (!isObject(content)) throw cliError('CONFIG_NOT_READABLE')
  const names = new Set<string>(settingsTable.map(({ name }) => name))
  const unknown = Object.keys(content).filter((name) => !names.has(name) && name !== '$schema')
  if (unknown.length === 0) return content
  const shown = unknown.map((name) => (/^[A-Za-z]{1,40}$/.test(name) ? name : '(?)')).join(', ')
  throw cliError('SETTING_INVALID', { details: [{ en: `No such setting: ${shown}.`, zh: `没有该设置项：${shown}。` }] })
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''))
  } catch {
    // The file may hold what must not be shown: neither its text nor the parser's words about it are kept.
    throw cliError('CONFIG_NOT_READABLE')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}
