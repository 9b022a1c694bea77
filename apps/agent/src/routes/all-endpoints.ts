import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { openApiDocument } from '../openapi/document.ts'
import { type AgentRouteContext, agentRoute } from './agent-route.ts'
import { type CredentialContext, credentialRoutes } from './credential-routes.ts'
import { exceptionRoutes } from './exception-routes.ts'
import { type HealthContext, healthRoutes } from './health-routes.ts'
import { type OperationRoutesContext, operationRoutes } from './operation-routes.ts'
import type { MoneyContext } from './order-endpoint.ts'
import { type OrderHistoryContext, orderHistoryRoutes } from './order-history-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { type PairingContext, pairingRoutes } from './pairing-routes.ts'
import { type RawContext, rawRoutes } from './raw-routes.ts'
import { type WatchingContext, watchingRoutes } from './watching-routes.ts'

/** What the routes need together; each file of routes takes its own part. */
export type RouteContext = AgentRouteContext &
  PairingContext &
  HealthContext &
  CredentialContext &
  MoneyContext &
  OrderHistoryContext &
  OperationRoutesContext &
  RawContext &
  WatchingContext

/** Everything that the agent answers, with what was plugged in and its own description among it. */
export function allEndpoints(context: RouteContext, plugged: readonly AnyEndpoint[]): readonly AnyEndpoint[] {
  const described = [
    agentRoute(context),
    ...pairingRoutes(context),
    ...healthRoutes(context),
    ...credentialRoutes(context),
    ...orderRoutes(context),
    ...orderHistoryRoutes(context),
    ...operationRoutes(context),
    ...exceptionRoutes(context),
    ...rawRoutes(context),
    ...watchingRoutes(context),
    ...plugged,
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
        document ??= JSON.stringify(openApiDocument(described, context.agent.version))
        return new Response(document, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
      },
    }),
  ]
}
