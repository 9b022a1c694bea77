import { type Agent, agentMethods } from './agent.ts'
import type { AgentMessages } from './bodies.ts'
import { createCaller, createSender } from './call.ts'
import { DEFAULT_ADDRESSES, find } from './find.ts'
import { follow } from './follow.ts'
import type { CentreMessages } from './generated/messages.ts'
import { type PageParts, storageOf } from './page.ts'
import { createTokenStore, startPairing } from './pairing.ts'

/** How to find the agent. */
export interface ConnectOptions extends PageParts {
  /** What the cashier reads beside the six digits, for example `门诊收费`. */
  readonly name: string
  /** Where to look, in this order. Default: ports 33910 to 33914 of 127.0.0.1, which the agent tries too. */
  readonly addresses?: readonly string[]
}

/**
 * Finds the agent on this computer. Opens nothing and changes nothing.
 *
 * @param options how the page is called, where to look, where the pairing is kept
 * @returns the agent; pair with it when `paired` is false
 * @throws AgentError `AGENT_NOT_RUNNING`, `ORIGIN_NOT_ALLOWED`, `PERMISSION_REFUSED` or `INSECURE_PAGE`, each with what
 *   to do in Chinese and English
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
export async function connectAgent<Messages extends AgentMessages = CentreMessages>(
  options: ConnectOptions,
): Promise<Agent<Messages>> {
  const fetchPage = options.fetch ?? globalThis.fetch.bind(globalThis)
  const tokens = createTokenStore(storageOf(options))
  const addresses = (options.addresses ?? DEFAULT_ADDRESSES).map((address) => address.replace(/\/+$/, ''))
  const { address, description } = await find(fetchPage, addresses, tokens.get)
  if (!description.paired) tokens.forget(address)

  const token = () => tokens.get(address)
  const call = createCaller(createSender(fetchPage, address, token))
  return {
    ...agentMethods<Messages>(call),
    address,
    description,
    get paired() {
      return token() !== null
    },
    pair: () => startPairing(call, options.name, (given) => tokens.set(address, given)),
    async unpair() {
      await call({ method: 'DELETE', path: '/v1/pairings/current' })
      tokens.forget(address)
    },
    follow: (following) => follow(fetchPage, address, token, following),
  }
}
