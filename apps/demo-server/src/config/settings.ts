import type { BilingualText } from '@nationec/errors'
import { z } from 'zod'
import type { CentreSettings } from '../pushes/centre-receiver.ts'
import { transportKinds } from '../transports/registry.ts'
import { type SerialMore, serialMore } from '../transports/serial-settings.ts'

/** How a setting is written in the environment and on the command line; in the file it is JSON. */
export type Writing = 'text' | 'number' | 'switch' | 'list' | 'json'

export interface Setting extends BilingualText {
  readonly name: string
  readonly writing: Writing
  readonly schema: z.ZodType
}

/** An origin as browsers write it: scheme, host, perhaps a port, and nothing behind. */
const origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text), 'origin')

const object = z.record(z.string(), z.unknown())
/** One line: whoever pastes a key where its file belongs is told so, and the key is shown nowhere. */
const path = z
  .string()
  .min(1)
  .max(4_096)
  .refine((text) => !/[\r\n]|-----BEGIN/.test(text), 'path')

/** Every setting of the agent. */
export const settings = [
  setting('transport', 'text', z.enum(transportKinds as [string, ...string[]]), '终端连接方式', 'way to the terminal'),
  setting('orgId', 'text', z.string().min(1).max(40), '机构编号', 'code of the institution'),
  setting(
    'port',
    'number',
    z.int().min(0).max(65_535),
    '端口，默认依次尝试 33910 至 33914',
    'port; default the first free one of 33910 to 33914',
  ),
  setting(
    'host',
    'text',
    z.string().min(1).max(255),
    '监听地址，默认 127.0.0.1',
    'address to listen at; default 127.0.0.1',
  ),
  setting('allowRemote', 'switch', z.boolean(), '允许监听非本机地址', 'lets it listen where other machines reach it'),
  setting(
    'origins',
    'list',
    z.array(origin),
    '允许的网页来源，如 https://his.example',
    'pages that may use it, as https://his.example',
  ),
  setting(
    'hosts',
    'list',
    z.array(z.string().min(1).max(255)),
    '额外允许的 Host',
    'more names under which it may be addressed',
  ),
  setting(
    'data',
    'text',
    z.string().min(1),
    '数据文件夹（资金操作日志与配对）',
    'folder of the journal and the pairings',
  ),
  setting(
    'pairingDays',
    'number',
    z.number().min(0.01).max(3_650),
    '配对有效天数，默认 30',
    'days that a pairing lasts; default 30',
  ),
  setting(
    'journalDays',
    'number',
    z.int().min(7).max(36_500),
    '资金操作日志保留天数，默认 200，最少 7',
    'days that the journal keeps what is settled; default 200, at least 7',
  ),
  setting(
    'stopWithin',
    'number',
    z.int().min(0).max(600_000),
    '停止时等待的毫秒数，默认 20000',
    'milliseconds to wait when it stops; default 20000',
  ),
  setting('logLevel', 'text', z.enum(['debug', 'info', 'warn', 'error', 'silent']), '日志级别', 'level of the log'),
  setting('logFile', 'text', z.string().min(1), '日志文件，默认标准错误', 'file of the log; default stderr'),
  setting(
    'profile',
    'json',
    object,
    '地区配置（defineProfile 的参数）',
    'regional differences, as defineProfile takes them',
  ),
  setting('seed', 'number', z.number(), '模拟器随机种子，默认 7', 'seed of the simulator; default 7'),
  setting('simulator', 'json', object, '模拟器设置', 'settings of the simulator'),
  setting('library', 'text', z.string().min(1), 'NationECCode.dll 路径', 'path of NationECCode.dll'),
  setting('url', 'text', z.string().max(2_048), '业务请求地址 strUrl', 'business address, strUrl'),
  setting('dll', 'json', object, '动态库传输的其他设置', 'more settings of the library’s transport'),
  setting('serialPort', 'text', path, '串口，如 COM3、/dev/ttyUSB0', 'serial port, as COM3 or /dev/ttyUSB0'),
  setting(
    'serialBaud',
    'number',
    z.int().min(50).max(12_000_000),
    '波特率，默认 115200',
    'bits per second; default 115200',
  ),
  setting(
    'serialKeys',
    'text',
    path,
    '串口链路密钥文件夹，由 nationec keys 生成',
    'folder of the keys of the serial link, as nationec keys makes it',
  ),
  setting('serial', 'json', serialMore, '串口传输的其他设置', 'more settings of the serial transport'),
  setting(
    'centre',
    'json',
    z.strictObject({ appId: path, appSecretFile: path, privateKeyFile: path, platformPublicKeyFile: path }),
    '接收移动支付中心推送：appId 与三个密钥文件',
    'receives pushes of the payment centre: appId, and three files with the secret and the keys',
  ),
] as const satisfies readonly Setting[]

function setting<Schema extends z.ZodType>(
  name: string,
  writing: Writing,
  schema: Schema,
  zh: string,
  en: string,
): Setting & { readonly schema: Schema } {
  return { name, writing, schema, zh, en }
}

/** The settings as they are used. */
export interface AgentSettings {
  readonly transport: 'simulator' | 'dll' | 'serial'
  readonly orgId: string
  readonly port: number | undefined
  readonly host: string
  readonly allowRemote: boolean
  readonly origins: readonly string[]
  readonly hosts: readonly string[]
  readonly data: string | undefined
  readonly pairingDays: number
  readonly journalDays: number
  readonly stopWithin: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly logFile: string | undefined
  readonly profile: Readonly<Record<string, unknown>> | undefined
  readonly seed: number
  readonly simulator: Readonly<Record<string, unknown>>
  readonly library: string | undefined
  readonly url: string | undefined
  readonly dll: Readonly<Record<string, unknown>>
  readonly serialPort: string | undefined
  readonly serialBaud: number
  /** A folder: the keys themselves stand in no setting. */
  readonly serialKeys: string | undefined
  readonly serial: SerialMore
  readonly centre: CentreSettings | undefined
}

export type SettingName = keyof AgentSettings

/** `stopWithin` is `--stop-within` and `NATIONEC_AGENT_STOP_WITHIN`. */
export function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

export function variableOf(name: string): string {
  return `NATIONEC_AGENT_${flagOf(name).replaceAll('-', '_').toUpperCase()}`
}
