import type { BilingualText } from '@nationec/errors'

/** How a setting is written outside the configuration file; in it, it is the JSON value. */
export type Writing = 'text' | 'number' | 'json'

export interface Setting extends BilingualText {
  readonly name: SettingName
  readonly writing: Writing
  /** How help names the value. */
  readonly value: string
  /** The only values, where there are so few. */
  readonly choices?: readonly string[]
}

/** The settings as commands use them. None of them is a secret: keys and tokens are named by file or variable. */
export interface Settings {
  readonly transport: 'simulator' | 'http' | 'dll' | 'serial' | 'agent'
  readonly orgId: string
  /** Of a simulator that `nationec simulate` serves. */
  readonly address: string
  /** The business address (`strUrl`). */
  readonly url: string | undefined
  /** Milliseconds; default: the transport's own. */
  readonly deadline: number | undefined
  /** Path of a file with the settings of `defineProfile`. */
  readonly profile: string | undefined
  readonly seed: number
  readonly library: string | undefined
  readonly dll: Readonly<Record<string, unknown>>
  readonly port: string | undefined
  readonly baud: number
  /** The folder that `nationec keys` has made. */
  readonly keys: string | undefined
  /** Where requests are written before they leave; default: `requests.journal` in the folder of the keys. */
  readonly journal: string | undefined
  readonly agent: string | undefined
  /** Path of the file that `nationec agent pair` has made. */
  readonly agentTokenFile: string | undefined
  readonly charset: 'utf-8' | 'gbk'
}

export type SettingName = keyof Settings

const transportKinds = ['simulator', 'http', 'dll', 'serial', 'agent'] as const

/** Every setting, in the order in which help and `config explain` show them. */
export const settingsTable: readonly Setting[] = [
  choice('transport', transportKinds, 'way to the terminal; default simulator', '终端连接方式，默认模拟器'),
  text('orgId', 'code', 'code of the institution', '机构编号'),
  text('address', 'url', 'for http: where nationec simulate listens', 'http 方式：模拟终端地址'),
  text('library', 'path', 'for dll: path of NationECCode.dll', 'dll 方式：动态库路径'),
  text('url', 'url', 'business address, strUrl', '业务请求地址 strUrl'),
  text('port', 'path', 'for serial: COM3, or a device', 'serial 方式：串口'),
  number('baud', 'for serial: bits per second; default 115200', 'serial 方式：波特率，默认 115200'),
  text('keys', 'folder', 'for serial: folder of the keys', 'serial 方式：密钥文件夹'),
  text(
    'journal',
    'file',
    'for serial: journal of requests; default in the folder of the keys',
    'serial 方式：请求日志文件',
  ),
  number('deadline', 'milliseconds for one call; default that of the transport', '单次调用的毫秒上限'),
  text('profile', 'file', 'JSON file with regional differences', '地区配置文件（JSON）'),
  number('seed', 'for simulator: its seed; default 7', '模拟器随机种子，默认 7'),
  json('dll', 'for dll: more options of dllTransport', 'dll 方式：dllTransport 的其他选项'),
  text('agent', 'url', 'for agent: its address; default http://127.0.0.1:33910/', 'agent 方式：本地代理地址'),
  text('agentTokenFile', 'file', 'for agent: the file that nationec agent pair made', 'agent 方式：配对所得的令牌文件'),
  choice('charset', ['utf-8', 'gbk'], 'character set of the output; default utf-8', '输出字符集，默认 utf-8'),
]

export const defaults: Settings = {
  transport: 'simulator',
  orgId: 'H33010200001',
  address: 'http://127.0.0.1:33900/',
  url: undefined,
  deadline: undefined,
  profile: undefined,
  seed: 7,
  library: undefined,
  dll: {},
  port: undefined,
  baud: 115_200,
  keys: undefined,
  journal: undefined,
  agent: undefined,
  agentTokenFile: undefined,
  charset: 'utf-8',
}

/** `orgId` is `--org-id` and `NATIONEC_ORG_ID`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

export function variableOf(name: string): string {
  return `NATIONEC_${flagOf(name).slice(2).replaceAll('-', '_').toUpperCase()}`
}

function text(name: SettingName, value: string, en: string, zh: string): Setting {
  return { name, writing: 'text', value, en, zh }
}

function number(name: SettingName, en: string, zh: string): Setting {
  return { name, writing: 'number', value: 'number', en, zh }
}

function json(name: SettingName, en: string, zh: string): Setting {
  return { name, writing: 'json', value: 'json', en, zh }
}

function choice(name: SettingName, choices: readonly string[], en: string, zh: string): Setting {
  return { name, writing: 'text', value: 'choice', choices, en, zh }
}
