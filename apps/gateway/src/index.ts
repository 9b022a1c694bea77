/**
 * The agent's API for many tills, over NATS and PostgreSQL.
 *
 * @module
 */
export { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts'
export type { Lease } from './leases/lease-book.ts'
