import {
  aFunction,
  type BilingualText,
  type OptionNames,
  optionError,
  requireKnownOptions,
  requireOneOf,
  requireOption,
  someText,
} from '@nationec/errors'
import { isOrgId, orgIdForm } from '@nationec/protocol'
import { aTransport } from '@nationec/transport'
import type { AgentOptions, SharedOptions, TillOptions, TillsOptions } from './agent-options.ts'
import {
  isWebhookUrl,
  secretBytes,
  type WebhookOptions,
  webhookHmacs,
  webhookTopics,
} from './webhooks/webhook-options.ts'

const TILL: OptionNames<TillOptions> = {
  transport: true,
  simulator: true,
  terminalLink: true,
  checkTerminal: true,
  origins: true,
}
const SHARED: OptionNames<SharedOptions> = {
  orgId: true,
  profile: true,
  dataFolder: true,
  store: true,
  memories: true,
  keepDays: true,
  askByItself: true,
  hosts: true,
  signOn: true,
  refundLimit: true,
  pairingDays: true,
  metricsToken: true,
  checkSettings: true,
  webhooks: true,
  consoleFolder: true,
  docsFolder: true,
  sdkFolder: true,
  logger: true,
  support: true,
  clock: true,
  onPairing: true,
  onUnknown: true,
  receivePush: true,
}
const days: BilingualText = { en: 'a number of days above 0', zh: '大于 0 的天数' }
const texts: BilingualText = { en: 'a list of texts', zh: '文本列表' }

const named: BilingualText = {
  en: 'tills by name, at least one, each name of 1 to 32 letters, digits, - and _',
  zh: '以名称列出的终端，至少一个；名称为 1 至 32 个字母、数字、- 或 _',
}

/**
 * Looks at the options of an agent before anything of it exists.
 *
 * @throws `OPTION_INVALID` naming the first option that does not exist or is wrong
 */
export function checkAgentOptions(options: AgentOptions | TillsOptions): void {
  if ('tills' in options) {
    requireKnownOptions(options, { ...SHARED, tills: true } satisfies OptionNames<TillsOptions>, optionError)
    const { tills } = options
    const names = typeof tills === 'object' && tills !== null ? Object.keys(tills) : []
    requireOption(names.length > 0 && names.every((name) => NAME.test(name)), 'tills', named, optionError)
    for (const till of Object.values(tills)) {
      requireKnownOptions(till, TILL, optionError)
      checkTill(till)
    }
  } else {
    requireKnownOptions(options, { ...SHARED, ...TILL } satisfies OptionNames<AgentOptions>, optionError)
    checkTill(options)
  }
  checkShared(options)
}

const YUAN = /^\d{1,12}(\.\d{1,2})?$/
const yesOrNo: BilingualText = { en: 'true or false', zh: 'true 或 false' }
const anAmount: BilingualText = { en: 'an amount in yuan, as 500.00', zh: '以元为单位的金额，如 500.00' }
const NAME = /^[A-Za-z0-9_-]{1,32}$/

function checkTill({ transport, origins, checkTerminal }: TillOptions): void {
  requireOption(typeof transport?.connect === 'function', 'transport', aTransport, optionError)
  requireOption(
    checkTerminal === undefined || typeof checkTerminal === 'function',
    'checkTerminal',
    aFunction,
    optionError,
  )
  requireOption(origins === undefined || isTextList(origins), 'origins', texts, optionError)
}

function checkShared(options: SharedOptions): void {
  const { orgId, dataFolder, keepDays, pairingDays, hosts, signOn, refundLimit } = options
  const { metricsToken, checkSettings, clock, onPairing, onUnknown, receivePush, store, memories } = options
  const { webhooks = [] } = options
  requireOption(Array.isArray(webhooks), 'webhooks', aList, optionError)
  for (const webhook of webhooks) checkWebhook(webhook)
  requireOption(metricsToken === undefined || isToken(metricsToken), 'metricsToken', aToken, optionError)
  requireOption(isOrgId(orgId), 'orgId', orgIdForm, optionError)
  const isFolder = dataFolder === undefined || (typeof dataFolder === 'string' && dataFolder !== '')
  requireOption(isFolder, 'dataFolder', someText, optionError)
  requireOption(store === undefined || typeof store?.open === 'function', 'store', aStore, optionError)
  requireOption(memories === undefined || Array.isArray(memories), 'memories', aList, optionError)
  for (const [name, value] of Object.entries({ keepDays, pairingDays })) {
    requireOption(value === undefined || (typeof value === 'number' && value > 0), name, days, optionError)
  }
  requireOption(signOn === undefined || typeof signOn === 'boolean', 'signOn', yesOrNo, optionError)
  requireOption(refundLimit === undefined || YUAN.test(refundLimit), 'refundLimit', anAmount, optionError)
  requireOption(hosts === undefined || isTextList(hosts), 'hosts', texts, optionError)
  for (const [name, value] of Object.entries({ checkSettings, clock, onPairing, onUnknown, receivePush })) {
    requireOption(value === undefined || typeof value === 'function', name, aFunction, optionError)
  }
}

const WEBHOOK: OptionNames<WebhookOptions> = { url: true, secret: true, topics: true, hmac: true }
const anAddress: BilingualText = { en: 'an address of http or https', zh: 'http 或 https 地址' }
const aSecret: BilingualText = {
  en: 'a text of 24 bytes or more, or whsec_ and as many in Base64',
  zh: '24 字节以上的文本，或 whsec_ 加相应的 Base64',
}
const aStore: BilingualText = { en: 'a store of `@nationec/ledger`', zh: '`@nationec/ledger` 的存储对象' }
const aList: BilingualText = { en: 'a list', zh: '列表' }

function checkWebhook(webhook: WebhookOptions): void {
  requireKnownOptions(webhook, WEBHOOK, optionError)
  const { url, secret, topics = [], hmac = 'sha256' } = webhook
  requireOption(isWebhookUrl(url), 'webhooks.url', anAddress, optionError)
  requireOption(secretBytes(secret) !== undefined, 'webhooks.secret', aSecret, optionError)
  requireOption(isTextList(topics), 'webhooks.topics', texts, optionError)
  for (const topic of topics) requireOneOf(topic, 'webhooks.topics', webhookTopics, optionError)
  requireOneOf(hmac, 'webhooks.hmac', webhookHmacs, optionError)
}

const aToken: BilingualText = {
  en: 'a text of 16 or more letters, digits and signs, without blanks',
  zh: '16 个以上的字母、数字或符号，不含空白',
}
const isToken = (value: unknown): boolean => typeof value === 'string' && /^[!-~]{16,512}$/.test(value)

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
