import { readFileSync } from 'node:fs'
import process from 'node:process'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type BilingualText, optionError, requireOption } from '@nationec/errors'

/** The settings of the program, each with the flag, the variable of the environment and what it is for. */
const SETTINGS = {
  orgId: { flag: 'org-id', needed: true, about: { en: 'code of the institution', zh: '机构编码' } },
  tills: {
    flag: 'tills',
    needed: true,
    about: { en: 'names of the tills, with commas', zh: '收款台名称，以逗号分隔' },
  },
  nats: {
    flag: 'nats',
    needed: true,
    about: { en: 'addresses of the NATS servers, with commas', zh: 'NATS 服务器地址，以逗号分隔' },
  },
  natsSeed: { flag: 'nats-seed', needed: false, about: { en: 'file with the seed of the nkey', zh: 'nkey 种子文件' } },
  natsCa: {
    flag: 'nats-ca',
    needed: false,
    about: { en: 'file with the certificates to trust', zh: '受信任证书文件' },
  },
  database: {
    flag: 'database',
    needed: true,
    about: { en: 'address of the PostgreSQL database', zh: 'PostgreSQL 数据库地址' },
  },
  keyFile: {
    flag: 'key-file',
    needed: true,
    about: {
      en: 'file with 64 hex digits, the same in every gateway',
      zh: '含 64 位十六进制数字的密钥文件，各网关相同',
    },
  },
  scope: {
    flag: 'scope',
    needed: false,
    about: { en: 'schema of the ledger (nationec)', zh: '账本所用模式名（nationec）' },
  },
  data: { flag: 'data', needed: false, about: { en: 'folder of pairings and people', zh: '配对与人员资料目录' } },
  host: { flag: 'host', needed: false, about: { en: 'address to listen at (127.0.0.1)', zh: '监听地址（127.0.0.1）' } },
  port: { flag: 'port', needed: false, about: { en: 'port to listen at (33920)', zh: '监听端口（33920）' } },
  noSignOn: {
    flag: 'no-sign-on',
    needed: false,
    about: { en: 'no sign-on: programs answer for their people', zh: '操作员无须签到，由程序自行核实其人员' },
  },
} as const satisfies Readonly<Record<string, { flag: string; needed: boolean; about: BilingualText }>>

type Name = keyof typeof SETTINGS

/** Where the value of a setting comes from. */
export interface ReadSetting {
  readonly value: string
  readonly from: 'flag' | 'environment'
}

export type ReadSettings = Readonly<Partial<Record<Name, ReadSetting>>>

const variableOf = (flag: string): string => `NATIONEC_GATEWAY_${flag.toUpperCase().replaceAll('-', '_')}`
const names = Object.keys(SETTINGS) as Name[]

/** Reads flags, then the environment. @throws `OPTION_INVALID` naming the first flag that does not exist or is missing */
export function readSettings(argv: readonly string[], environment: NodeJS.ProcessEnv = process.env): ReadSettings {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    names.map((name) => [SETTINGS[name].flag, { type: name === 'noSignOn' ? 'boolean' : 'string' }]),
  )
  const flags = parsed(argv, options)
  const found = names.flatMap((name): [Name, ReadSetting][] => {
    const { flag, needed, about } = SETTINGS[name]
    const [given, set] = [flags[flag], environment[variableOf(flag)]]
    if (given !== undefined) return [[name, { value: String(given), from: 'flag' }]]
    if (set !== undefined && set !== '') return [[name, { value: set, from: 'environment' }]]
    requireOption(!needed, `--${flag}`, about, optionError)
    return []
  })
  return Object.fromEntries(found)
}

function parsed(argv: readonly string[], options: ParseArgsConfig['options']): Readonly<Record<string, unknown>> {
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values
  } catch (cause) {
    throw optionError({
      en: `It does not know a flag: ${reasonOf(cause)}.`,
      zh: `存在无法识别的参数：${reasonOf(cause)}。`,
    })
  }
}

/** The names of flags only: a value may be a password. */
function reasonOf(cause: unknown): string {
  const [found = '?'] = /--[a-z-]+/.exec(String((cause as Error).message)) ?? []
  return found
}

/** The values and where they come from; what may be secret is told by its place only. */
export function explainText(read: ReadSettings): string {
  const lines = names.map((name) => {
    const { flag, about } = SETTINGS[name]
    const setting = read[name]
    const value = setting === undefined ? '-' : name === 'database' ? '***' : setting.value
    return `${`--${flag}`.padEnd(14)} ${value.padEnd(40)} ${setting?.from ?? ''}  ${about.zh} ${about.en}`.trimEnd()
  })
  return `${lines.join('\n')}\n`
}

/** How it is called. */
export function helpText(): string {
  const lines = names.map((name) => {
    const { flag, about } = SETTINGS[name]
    return `  --${flag.padEnd(12)} ${variableOf(flag).padEnd(30)} ${about.zh} ${about.en}`
  })
  return `nationec-gateway [doctor] [--explain] SETTINGS\n\n${lines.join('\n')}\n`
}

/** The key of the ledger. @throws `OPTION_INVALID` */
export function readKey(path: string): Uint8Array {
  const text = readFile(path, '--key-file').trim()
  requireOption(/^[0-9a-f]{64}$/.test(text), '--key-file', SETTINGS.keyFile.about, optionError)
  return Buffer.from(text, 'hex')
}

/** The text of a file that a setting names. @throws `OPTION_INVALID` */
export function readFile(path: string, flag: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw optionError({ en: `The file of ${flag} cannot be read.`, zh: `无法读取 ${flag} 所指的文件。` })
  }
}
