import { type BilingualText, type OptionNames, requireKnownOptions, requireOption, someText } from '@nationec/errors'
import { type Agent, agentMethods } from './agent.ts'
import { optionError } from './agent-error.ts'
import { createCaller, createSender } from './call.ts'
import { DEFAULT_ADDRESSES, find } from './find.ts'
import { follow } from './follow.ts'
import { type PageParts, storageOf } from './page.ts'
import { createTokenStore, startPairing } from './pairing.ts'

/** How to find the agent. */
export interface ConnectOptions extends PageParts {
  /** What the cashier reads beside the six digits, for example `门诊收费`. */
  readonly name: string
  /** Where to look, in this order. Default: ports 33910 to 33914 of 127.0.0.1, which the agent tries too. */
  readonly addresses?: readonly string[]
}

const OPTIONS: OptionNames<ConnectOptions> = { name: true, addresses: true, fetch: true, storage: true }
const aTextList: BilingualText = { en: 'a list of texts', zh: '文本列表' }

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/**
 * Finds the agent on this computer. Opens nothing and changes nothing.
 *
 * @param options how the page is called, where to look, where the pairing is kept
 * @returns the agent; pair with it when `paired` is false
 * @throws AgentError `AGENT_NOT_RUNNING`, `ORIGIN_NOT_ALLOWED`, `PERMISSION_REFUSED` or `INSECURE_PAGE`, each with what
 *   to do in Chinese and English; `OPTION_INVALID` for an option that does not exist or is wrong
 * @example
 * ```ts
 * import { connectAgent } from '@nationec/browser'
 *
 * const agent = await connectAgent({ name: '门诊收费' })
 * if (!agent.paired) {
 *   const pairing = await agent.pair()
 *   await pairing.confirm(prompt('代理程序窗口中显示的六位数字') ?? '')
 * }
 * console.log(await agent.orders()) // what the agent remembers, newest first
 * ```
 */
export async function connectAgent(options: ConnectOptions): Promise<Agent> {
  requireKnownOptions(options, OPTIONS, optionError)
  const { name, addresses: given = DEFAULT_ADDRESSES } = options
  requireOption(typeof name === 'string' && name !== '', 'name', someText, optionError)
  requireOption(isTextList(given), 'addresses', aTextList, optionError)
  const fetchPage = options.fetch ?? globalThis.fetch.bind(globalThis)
  const tokens = createTokenStore(storageOf(options))
  const addresses = given.map((address) => address.replace(/\/+$/, ''))
  const { address, description } = await find(fetchPage, addresses, tokens.get)
  if (!description.paired) tokens.forget(address)

  const token = () => tokens.get(address)
  const call = createCaller(createSender(fetchPage, address, token))
  return {
    ...agentMethods(call),
    address,
    description,
    get paired() {
      return token() !== null
    },
    pair: () => startPairing(call, name, (given) => tokens.set(address, given)),
    async unpair() {
      await call({ method: 'DELETE', path: '/v1/pairings/current' })
      tokens.forget(address)
    },
    follow: (following) => follow(fetchPage, address, token, following),
  }
}
