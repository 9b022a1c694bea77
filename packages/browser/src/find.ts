import { diagnose } from './diagnose.ts'

/** Where an agent listens when no port is configured. */
export const DEFAULT_ADDRESSES: readonly string[] = [33910, 33911, 33912, 33913, 33914].map(
  (port) => `http://127.0.0.1:${port}`,
)

/** What an agent says of itself. */
export interface AgentDescription {
  readonly name: 'nationec-agent'
  readonly version: string
  readonly api: string
  /** Whether the token that was sent is valid. */
  readonly paired: boolean
  readonly transport: string
  readonly simulator: boolean
  readonly orgId: string
}

/** An agent that answered. */
export interface FoundAgent {
  readonly address: string
  readonly description: AgentDescription
}

/** Asks one address; `undefined` when something else answers there. */
async function describe(
  fetchPage: typeof fetch,
  address: string,
  token: string | null,
): Promise<AgentDescription | undefined> {
  const answer = await fetchPage(`${address}/v1/agent`, {
    headers: token === null ? {} : { Authorization: `Bearer ${token}` },
  })
  if (!answer.ok) return undefined
  const body = await answer.json().catch(() => undefined)
  return body?.name === 'nationec-agent' ? body : undefined
}

/**
 * The first agent among the addresses, in their order.
 *
 * @throws AgentError with the reason that a browser keeps from the page, as well as it can be found out
 */
export async function find(
  fetchPage: typeof fetch,
  addresses: readonly string[],
  tokenOf: (address: string) => string | null,
): Promise<FoundAgent> {
  let cause: unknown
  for (const address of addresses) {
    try {
      const description = await describe(fetchPage, address, tokenOf(address))
      if (description !== undefined) return { address, description }
    } catch (error) {
      cause = error
    }
  }
  throw await diagnose(fetchPage, addresses, cause)
}
