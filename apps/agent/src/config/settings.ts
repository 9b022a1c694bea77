import type { Issue } from '@nationec/protocol'
import {
  missingSettings,
  type ReadSettings,
  readFlags,
  readSettings,
  type Setting,
  stateFolder,
  type TerminalSettings,
  terminalDefaults,
  terminalSettings,
  type Writing,
} from '@nationec/terminal'
import { z } from 'zod'
import type { FleetSettings } from '../fleet/join-fleet.ts'
import { usualKeepDays } from '../ledger/open-ledger.ts'
import type { CentreSettings } from '../pushes/centre-receiver.ts'
import { isWebhookUrl, webhookHmacs, webhookTopics } from '../webhooks/webhook-options.ts'
import type { WebhookSettings } from '../webhooks/webhook-secrets.ts'
import { type CentralState, withCentral } from './central-settings.ts'
import { missingInTills, type TillSettings, tillsSchema } from './till-settings.ts'

/** The settings as they are used: the terminal's, except those of a terminal behind an agent, and the agent's own. */
export interface AgentSettings extends TerminalSettings {
  readonly transport: Exclude<TerminalSettings['transport'], 'agent'>
  readonly port: number | undefined
  readonly host: string
  readonly allowRemote: boolean
  readonly origins: readonly string[]
  readonly hosts: readonly string[]
  readonly noSignOn: boolean
  readonly refundLimit: string | undefined
  readonly data: string | undefined
  readonly pairingDays: number
  readonly keepDays: number
  readonly stopWithin: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly logFile: string | undefined
  /** Megabytes of the log's file before the next one begins. */
  readonly logSize: number
  /** Files of the log, with the one that is written. */
  readonly logCount: number
  readonly metricsTokenFile: string | undefined
  /** Folder or address of the settings of all machines, and the file of the key that signs them. */
  readonly central: string | undefined
  readonly centralKey: string | undefined
  readonly centre: CentreSettings | undefined
  readonly webhooks: readonly WebhookSettings[]
  readonly fleet: FleetSettings | undefined
  /** Several tills by their names; without it there is one, without a name. */
  readonly tills: Readonly<Record<string, TillSettings>> | undefined
}

/** An origin as browsers write it: scheme, host, perhaps a port, and nothing behind. */
const origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text), 'origin')
const text = z.string().min(1).max(4_096)
const host = z.string().min(1).max(255)
const centre = z.strictObject({ appId: text, appSecretFile: text, privateKeyFile: text, platformPublicKeyFile: text })
const webhook = z.strictObject({
  url: z.string().refine(isWebhookUrl, 'url'),
  secretFile: text,
  topics: z.array(z.enum(webhookTopics)).optional(),
  hmac: z.enum(webhookHmacs).optional(),
})
const fleet = z.strictObject({
  servers: text,
  till: z.string().regex(/^[\w-]{1,40}$/),
  seedFile: text.optional(),
  caFile: text.optional(),
})
const port = z.int().min(0).max(65_535)

/** The agent owns the terminal: it cannot be behind another agent. */
const transports = z.enum(['simulator', 'http', 'dll', 'serial'])

/** The settings that the agent has for itself. */
export const ownSettings: readonly Setting[] = [
  own(
    'port',
    'number',
    port,
    '端口，默认依次尝试 33910 至 33914',
    'port; default the first free one of 33910 to 33914',
  ),
  own('host', 'text', host, '监听地址，默认 127.0.0.1', 'address to listen at; default 127.0.0.1'),
  own('allowRemote', 'switch', z.boolean(), '允许监听非本机地址', 'lets it listen where other machines reach it'),
  own(
    'origins',
    'list',
    z.array(origin),
    '允许的网页来源，如 https://his.example',
    'pages that may use it, as https://his.example',
  ),
  own(
    'hosts',
    'list',
    z.array(host),
    '额外允许的主机名，如反向代理的名称',
    'more names under which it may be addressed, as that of a reverse proxy',
  ),
  own(
    'noSignOn',
    'switch',
    z.boolean(),
    '操作员无须签到：由网页与程序自行核实其人员',
    'no sign-on: pages and programs answer for their people themselves',
  ),
  own(
    'refundLimit',
    'text',
    z.string().regex(/^\d{1,12}(\.\d{1,2})?$/),
    '退费限额（元），超过须第二人核准',
    'refunds of an order that come to more yuan need a second person',
  ),
  own('data', 'text', text, '数据文件夹（资金账本与配对）', 'folder of the ledger and the pairings'),
  own(
    'pairingDays',
    'number',
    z.number().min(0.01).max(3_650),
    '配对有效天数，默认 30',
    'days that a pairing lasts; default 30',
  ),
  own(
    'keepDays',
    'number',
    z.int().min(7).max(36_500),
    '已完结记录在账本中的保留天数，默认 200，最少 7',
    'days that the ledger keeps what is settled; default 200, at least 7',
  ),
  own(
    'stopWithin',
    'number',
    z.int().min(0).max(600_000),
    '停止时等待的毫秒数，默认 20000',
    'milliseconds to wait when it stops; default 20000',
  ),
  own('logLevel', 'text', z.enum(['debug', 'info', 'warn', 'error', 'silent']), '日志级别', 'level of the log'),
  own('logFile', 'text', text, '日志文件，默认标准错误', 'file of the log; default stderr'),
  own(
    'logSize',
    'number',
    z.number().min(0.1).max(10_000),
    '单个日志文件的上限（MB），默认 10，超过则轮转',
    'megabytes of a file of the log before the next one begins; default 10',
  ),
  own(
    'logCount',
    'number',
    z.int().min(1).max(1_000),
    '日志文件的个数，默认 5，更早的删除',
    'files of the log that are kept; default 5',
  ),
  own(
    'metricsTokenFile',
    'text',
    text,
    '读取 /metrics 所需令牌的文件，监听非本机地址时须有',
    'file of the token for /metrics; without it no other machine reads them',
  ),
  own(
    'central',
    'text',
    text,
    '统一配置所在的文件夹或地址，其中为 settings.json 与 settings.json.sig',
    'folder or address of the settings of all machines: settings.json and settings.json.sig',
  ),
  own(
    'centralKey',
    'text',
    text,
    '核验统一配置签名的公钥文件（PEM，SM2 或 Ed25519）',
    'file of the public key that verifies them: PEM, SM2 or Ed25519',
  ),
  own(
    'centre',
    'json',
    centre,
    '接收移动支付中心推送：appId 与三个密钥文件',
    'receives pushes of the payment centre: appId, and three files with the secret and the keys',
  ),
  own(
    'fleet',
    'json',
    fleet,
    '接入中心：servers、till，可选 seedFile、caFile',
    'dials out to a centre: servers, till, perhaps seedFile and caFile; needs data',
  ),
  own(
    'webhooks',
    'json',
    z.array(webhook),
    '通知医院系统的地址列表：url、secretFile，可选 topics、hmac',
    'servers of the hospital that are told: a list of url and secretFile, perhaps topics and hmac',
  ),
  own(
    'tills',
    'json',
    tillsSchema(transports, z.array(origin)),
    '多个终端：以名称列出，各有 transport、serialPort 等终端设置与 origins',
    'several tills by their names, each with the settings of its terminal and its origins',
  ),
]

const named = {
  schema: transports,
  zh: '终端连接方式，nationec-agent 必填',
  en: 'transport to the terminal; nationec-agent needs it',
}

/** Every setting of the agent. */
export const settings: readonly Setting[] = [
  ...terminalSettings
    .filter(({ name }) => name !== 'agent' && name !== 'agentTokenFile')
    .map((setting) => (setting.name === 'transport' ? { ...setting, ...named } : setting)),
  ...ownSettings,
]

/** Where the agent reads its settings from. */
export interface AgentSettingsInput {
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isTerminal: boolean
  /** Whether the terminal is the simulator when no transport is named. */
  readonly mayBeSimulator: boolean
}

/** The settings of an agent, and where those come from that are central. */
export interface ReadAgentSettings extends ReadSettings<AgentSettings> {
  readonly central: CentralState | undefined
}

/** @throws `SETTING_INVALID` with every wrong setting; `DOCUMENT_*` when central settings cannot be used and never were */
export async function readAgentSettings(input: AgentSettingsInput): Promise<ReadAgentSettings> {
  const { argv, environment, isTerminal, mayBeSimulator } = input
  const places = { environment, ...readFlags(argv, settings) }
  const { read, state } = await withCentral(places, (central) =>
    readSettings<AgentSettings>(
      {
        table: settings,
        defaults: (given) => withDefaults(given, isTerminal),
        check({ transport, tills }, isGiven) {
          const isNamed = mayBeSimulator || isGiven('transport')
          if (tills !== undefined) return missingInTills(tills, isNamed ? transport : undefined, isGiven)
          return isNamed ? missingSettings(transport, isGiven) : [noTransport]
        },
      },
      { ...places, central },
    ),
  )
  return { ...read, central: state }
}

/** A forgotten setting must not turn a till into a simulation. */
const noTransport: Issue = {
  path: '--transport',
  rule: 'required',
  text: {
    en: 'must be given: dll, serial or http; a simulated terminal is nationec-demo-server',
    zh: '必填：dll、serial 或 http；模拟终端请使用 nationec-demo-server',
  },
}

function withDefaults(given: Partial<AgentSettings>, isTerminal: boolean): AgentSettings {
  const { transport = 'simulator' } = given
  return {
    ...terminalDefaults,
    transport,
    port: undefined,
    host: '127.0.0.1',
    allowRemote: false,
    origins: [],
    hosts: [],
    noSignOn: false,
    refundLimit: undefined,
    // The simulator forgets its orders with the process: a ledger that remembered them would only confuse.
    data: isSimulation(transport, given.tills) ? undefined : stateFolder('agent'),
    pairingDays: 30,
    keepDays: usualKeepDays,
    stopWithin: 20_000,
    logLevel: isTerminal ? 'warn' : 'info',
    logFile: undefined,
    logSize: 10,
    logCount: 5,
    metricsTokenFile: undefined,
    fleet: undefined,
    central: undefined,
    centralKey: undefined,
    centre: undefined,
    webhooks: [],
    tills: undefined,
    ...given,
  }
}

function isSimulation(transport: string, tills: AgentSettings['tills'] = { '': {} }): boolean {
  return Object.values(tills).every((till) => (till.transport ?? transport) === 'simulator')
}

function own(name: string, writing: Writing, schema: z.ZodType, zh: string, en: string): Setting {
  return { name, writing, schema, value: writing === 'switch' ? '' : writing, zh, en }
}
