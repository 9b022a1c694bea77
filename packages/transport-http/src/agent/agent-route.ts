import type { Operation, Profile } from '@nationec/protocol'

/** The agent's own route of each operation: those keep its orders, and a query there settles earlier unknown outcomes. */
const PATHS: Readonly<Record<Operation, string>> = {
  queryCredential: '/v1/credential/query',
  scanQrCode: '/v1/credential/scan',
  authoriseFace: '/v1/credential/face',
  checkAuthorisation: '/v1/credential/face/check',
  readIdCard: '/v1/credential/id-card',
  notifySettlement: '/v1/terminal/notify',
  uploadFees: '/v1/orders',
  placeOrder: '/v1/orders/place',
  querySettlement: '/v1/orders/query',
  revokeFees: '/v1/orders/revoke',
  refund: '/v1/orders/refund',
}

/** One request in the agent's own words. */
export interface AgentRoute {
  readonly path: string
  readonly body: unknown
  /** The body of an answer, without what the agent has put beside it. */
  dataOf(answer: Readonly<Record<string, unknown>>): unknown
}

/** What an envelope holds. */
export interface Asked {
  readonly transType: string
  readonly data: unknown
  readonly extData: unknown
}

/** The route of a request; `undefined` for one that goes out as it is. */
export function agentRouteOf({ transType, data, extData }: Asked, { transTypes }: Profile): AgentRoute | undefined {
  const operations = Object.entries(transTypes) as [Operation, string][]
  const operation = operations.find(([, onTheWire]) => onTheWire === transType)?.[0]
  if (operation === undefined || (extData ?? undefined) !== undefined) return undefined
  const path = PATHS[operation]
  if (operation === 'querySettlement') return { path, body: data, dataOf: ({ body }) => body }
  if (operation !== 'placeOrder') return { path, body: data, dataOf: withoutAgentsOwn }
  return { path, body: data, dataOf: ({ status: _, amounts: __, ...answer }) => withoutAgentsOwn(answer) }
}

/** An answer without the agent's own members about the operation and the order. */
export function withoutAgentsOwn(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { operation: _, order: __, ...rest } = answer
  return rest
}
