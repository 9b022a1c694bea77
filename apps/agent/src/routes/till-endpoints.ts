import type { Client } from '@nationec/client'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { openApiDocument } from '../openapi/document.ts'
import type { OrderFill } from '../orders/order-input.ts'
import type { TokenStore } from '../pairing/token-store.ts'
import type { TillPeople } from '../people/till-people.ts'
import type { SaleBook } from '../sales/sale-book.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import { type AgentFacts, agentRoute } from './agent-route.ts'
import { auditRoutes } from './audit-routes.ts'
import { credentialRoutes } from './credential-routes.ts'
import { exceptionRoutes } from './exception-routes.ts'
import type { OperationContext } from './operation-reply.ts'
import { operationRoutes } from './operation-routes.ts'
import { operatorRoutes } from './operator-routes.ts'
import { orderHistoryRoutes } from './order-history-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { type PairingContext, pairingRoutes } from './pairing-routes.ts'
import { rawRoutes } from './raw-routes.ts'
import { saleRoutes } from './sale-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { type WatchingContext, watchingRoutes } from './watching-routes.ts'

/** What the routes of a till work on, by subject: each file of routes is handed its own. */
export interface TillContext {
  readonly about: AgentFacts
  readonly access: Omit<PairingContext, 'people'> & {
    readonly tokens: TokenStore
    readonly work: Pick<WorkInHand, 'stopping'>
  }
  readonly terminal: OrderFill & { readonly client: Client }
  readonly money: OperationContext
  readonly sales: SaleBook
  readonly watch: WatchingContext
  readonly people: TillPeople
  /** The routes of what is plugged in. */
  readonly plugged: readonly AnyEndpoint[]
}

/** Everything that a till answers. */
export function tillEndpoints({
  about,
  access,
  terminal,
  money,
  sales,
  watch,
  people,
  plugged,
}: TillContext): AnyEndpoint[] {
  const { ledger, work } = money
  return [
    agentRoute({ agent: about, ...access }),
    ...pairingRoutes({ ...access, people }),
    ...credentialRoutes({ ...terminal, ledger, work }),
    ...orderRoutes({ ...terminal, ...money }),
    ...orderHistoryRoutes({ ledger }),
    ...operationRoutes({ ledger, work, people }),
    ...exceptionRoutes({ ledger, people }),
    ...saleRoutes({ ...terminal, ...money, sales }),
    ...rawRoutes({ ...terminal, ...money }),
    ...watchingRoutes(watch),
    ...sessionRoutes(people),
    ...operatorRoutes(people),
    ...auditRoutes(people),
    ...plugged,
  ]
}

/** The endpoints with their description among them. */
export function described(endpoints: readonly AnyEndpoint[], version: string, base: string): readonly AnyEndpoint[] {
  let document: string | undefined
  return [
    ...endpoints,
    endpoint({
      id: 'getOpenApi',
      method: 'GET',
      path: '/openapi.json',
      tag: 'agent',
      summary: { zh: '接口描述', en: 'The OpenAPI document' },
      access: 'open',
      response: { status: 200, schema: { type: 'object' } },
      handle() {
        document ??= JSON.stringify(openApiDocument(endpoints, version, base))
        return new Response(document, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
      },
    }),
  ]
}
