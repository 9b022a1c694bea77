/**
 * A terminal at a till that has dialled out to a NATS server: the centre's side, and the till's.
 *
 * @module
 */
export { askTill, type TillQuestion, type TillSays } from './ask-till.ts'
export { type NatsErrorCode, natsErrors } from './errors.ts'
export type { ExchangeAddress, OnAddressed } from './exchange-address.ts'
export { type HeldTill, type HoldState, type HoldTillOptions, holdTill } from './hold-till.ts'
export { type LeaseRequest, type ServeLeasesOptions, serveLeases } from './leases.ts'
export { type NatsTransportOptions, natsTransport } from './nats-transport.ts'
export { centrePermissions, type NatsPermissions, tillPermissions } from './permissions.ts'
export { type ServeTillOptions, serveTill, type TillServer } from './serve-till.ts'
export { volatileMemory } from './volatile-memory.ts'
