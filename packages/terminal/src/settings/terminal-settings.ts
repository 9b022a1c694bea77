import { isOrgId, orgIdForm } from '@nationec/protocol'
import { z } from 'zod'
import { type SerialMore, serialMore } from './serial-more.ts'
import type { Setting, Writing } from './setting.ts'

/** The transports that a setting can choose. */
export const transportKinds = ['simulator', 'http', 'dll', 'serial', 'agent'] as const

/** What leads to a terminal. None of it is a secret: keys and tokens are named by their files. */
export interface TerminalSettings {
  readonly transport: (typeof transportKinds)[number]
  readonly orgId: string
  /** `http`: an address of this machine. */
  readonly address: string
  /** The business address (`strUrl`). */
  readonly url: string | undefined
  /** Milliseconds of an exchange; default: the transport's own, 120,000. */
  readonly deadline: number | undefined
  /** The path of a JSON file with the settings of `defineProfile`, or those settings themselves. */
  readonly profile: string | Readonly<Record<string, unknown>> | undefined
  readonly seed: number
  readonly simulator: Readonly<Record<string, unknown>>
  readonly library: string | undefined
  /** `dll`: more options of `dllTransport`. */
  readonly dll: Readonly<Record<string, unknown>>
  readonly serialPort: string | undefined
  /** Bits per second. */
  readonly serialBaud: number
  /** The folder that `nationec keys` has made. */
  readonly serialKeys: string | undefined
  /** The file to which requests are written before they leave; default: `requests.journal` beside the keys. */
  readonly serialJournal: string | undefined
  readonly serial: SerialMore
  /** Address of the agent; default: its usual one. */
  readonly agent: string | undefined
  readonly agentTokenFile: string | undefined
}

/** The name of a setting of the terminal. */
export type TerminalSettingName = keyof TerminalSettings

const object = z.record(z.string(), z.unknown())

/** One line: a key that is pasted where its file belongs is refused, and shown nowhere. */
const path = z
  .string()
  .min(1)
  .max(4_096)
  .refine((text) => !/[\r\n]|-----BEGIN/.test(text), 'path')

/** Every setting of a terminal, in the order in which help shows them. */
export const terminalSettings: readonly (Setting & { readonly name: TerminalSettingName })[] = [
  row(
    'transport',
    'text',
    'choice',
    z.enum(transportKinds),
    '终端连接方式，默认模拟器',
    'transport to the terminal; default simulator',
  ),
  row(
    'orgId',
    'text',
    'code',
    z.string().refine(isOrgId, 'orgId'),
    `机构编号，${orgIdForm.zh}`,
    `code of the institution, ${orgIdForm.en}`,
  ),
  row(
    'address',
    'text',
    'url',
    z.string().min(1).max(2_048),
    'http 方式：本机服务地址',
    'for http: address of the local service',
  ),
  row('library', 'text', 'path', path, 'dll 方式：NationECCode.dll 路径', 'for dll: path of NationECCode.dll'),
  row('dll', 'json', 'json', object, 'dll 方式：dllTransport 的其他选项', 'for dll: more options of dllTransport'),
  row('url', 'text', 'url', z.string().max(2_048), '业务请求地址 strUrl', 'business address, strUrl'),
  row('serialPort', 'text', 'path', path, '串口，如 COM3、/dev/ttyUSB0', 'serial port, as COM3 or /dev/ttyUSB0'),
  row(
    'serialBaud',
    'number',
    'number',
    z.int().min(50).max(12_000_000),
    '串口波特率，默认 115200',
    'bits per second of the serial port; default 115200',
  ),
  row(
    'serialKeys',
    'text',
    'folder',
    path,
    '串口链路密钥文件夹，由 nationec keys 生成',
    'folder of the keys of the serial link, made by nationec keys',
  ),
  row(
    'serialJournal',
    'text',
    'file',
    path,
    '串口请求日志文件，默认在密钥文件夹中',
    'journal of requests of the serial link; default in the folder of the keys',
  ),
  row('serial', 'json', 'json', serialMore, '串口传输的其他设置', 'more settings of the serial transport'),
  row(
    'deadline',
    'number',
    'number',
    z
      .int()
      .min(0)
      .max(2 ** 31 - 1),
    '单次调用的毫秒上限',
    'milliseconds for one call; default that of the transport',
  ),
  row(
    'profile',
    'file-or-json',
    'file',
    z.union([path, object]),
    '地区配置：JSON 文件或 JSON 对象',
    'regional differences: a JSON file, or a JSON object',
  ),
  row('seed', 'number', 'number', z.int().min(0), '模拟器随机种子，默认 7', 'seed of the simulator; default 7'),
  row('simulator', 'json', 'json', object, '模拟器设置', 'settings of the simulator'),
  row(
    'agent',
    'text',
    'url',
    z.string().min(1).max(2_048),
    'agent 方式：本地代理地址',
    'for agent: its address; default http://127.0.0.1:33910/',
  ),
  row(
    'agentTokenFile',
    'text',
    'file',
    path,
    'agent 方式：配对所得的令牌文件',
    'for agent: the file that nationec agent pair made',
  ),
]

/** What settings are where none is given. */
export const terminalDefaults: TerminalSettings = {
  transport: 'simulator',
  // The institution of examples: a real terminal needs a real one.
  orgId: 'H33010200001',
  address: 'http://127.0.0.1:33900/',
  url: undefined,
  deadline: undefined,
  profile: undefined,
  seed: 7,
  simulator: {},
  library: undefined,
  dll: {},
  serialPort: undefined,
  serialBaud: 115_200,
  serialKeys: undefined,
  serialJournal: undefined,
  serial: {},
  agent: undefined,
  agentTokenFile: undefined,
}

function row(name: TerminalSettingName, writing: Writing, value: string, schema: z.ZodType, zh: string, en: string) {
  return { name, writing, value, schema, zh, en }
}
