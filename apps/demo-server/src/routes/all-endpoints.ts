import type { AgentContext } from '../agent-context.ts'
import type { AnyEndpoint } from '../http/endpoint.ts'
import { endpoint } from '../http/endpoint.ts'
import { openApiDocument } from '../openapi/document.ts'
import { credentialRoutes } from './credential-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { pairingRoutes } from './pairing-routes.ts'
import { rawRoutes } from './raw-routes.ts'
import { simulatorRoutes } from './simulator-routes.ts'
import { watchingRoutes } from './watching-routes.ts'

/** Everything that the agent answers, its own description among it. */
export function allEndpoints(context: AgentContext): readonly AnyEndpoint[] {
  const described = [
    ...pairingRoutes(context),
    ...healthRoutes(context),
    ...credentialRoutes(context),
    ...orderRoutes(context),
    ...historyRoutes(context),
    ...rawRoutes(context),
    ...watchingRoutes(context),
    ...simulatorRoutes(context),
  ]
  let document: string | undefined
  return [
    ...described,
    endpoint({
      method: 'GET',
      path: '/openapi.json',
      tag: 'agent',
      summary: { zh: '接口描述', en: 'The OpenAPI document' },
      access: 'open',
      response: { status: 200, schema: { type: 'object' } },
      handle() {
        document ??= JSON.stringify(openApiDocument(described, context.version))
        return new Response(document, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
      },
    }),
  ]
}
