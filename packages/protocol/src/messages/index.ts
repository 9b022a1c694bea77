export {
  defineMessage,
  type GivenName,
  type Message,
  type MessageRule,
  type RequestOf,
  type ResponseOf,
} from '../description/message.ts'
export type { UnreadFields } from '../errors/unread-fields.ts'
export type * from '../generated/bodies.ts'
export * from './centre/index.ts'
export * from './credential/index.ts'
export * from './hos/index.ts'
export { type MessageName, messages } from './registry.ts'
export { amountsBalance, type SettlementAmounts } from './rules/balance.ts'
