import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { agentAnswer } from '../openapi/answers.ts'
import type { Principal, TokenStore } from '../pairing/token-store.ts'
import { authorise } from '../security/authorise.ts'
import type { Caller } from '../security/origins.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'

/** What the agent says of itself. */
export interface AgentFacts {
  readonly version: string
  readonly orgId: string
  /** Name of the transport. */
  readonly transport: string
  /** The till; absent where there is one only. */
  readonly till: string | undefined
  /** Whether the terminal is a simulated one. */
  readonly simulator: boolean
}

export interface AgentRouteContext {
  readonly agent: AgentFacts
  readonly tokens: TokenStore
  readonly work: Pick<WorkInHand, 'stopping'>
}

/** Who the agent is, and whether the caller is paired with it. */
export function agentRoute({ agent, tokens, work }: AgentRouteContext): AnyEndpoint {
  const { version, orgId, till, transport, simulator } = agent
  return endpoint({
    id: 'getAgent',
    method: 'GET',
    path: '/v1/agent',
    tag: 'agent',
    summary: { zh: '代理程序信息', en: 'Who this agent is, and whether the caller is paired' },
    access: 'open',
    response: { status: 200, schema: agentAnswer },
    handle({ caller, header }) {
      const principal = principalOf(tokens, caller, header('authorization'))
      return {
        headers: { 'X-NationEC-Agent': version },
        body: {
          name: 'nationec-agent',
          version,
          api: '1',
          paired: principal !== undefined,
          origin: caller.kind === 'listed' ? caller.origin : null,
          role: principal?.role ?? null,
          transport,
          simulator,
          orgId,
          till: till ?? null,
          stopping: work.stopping,
        },
      }
    },
  })
}

function principalOf(tokens: TokenStore, caller: Caller, authorization: string | undefined): Principal | undefined {
  try {
    return authorise(tokens, caller, 'GET', authorization)
  } catch {
    return undefined
  }
}
