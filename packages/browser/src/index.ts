/**
 * For web pages that talk to the nationec agent on the cashier's computer.
 *
 * @module
 */
export type { Agent, CallOptions, Credentials, MoneyOptions, Operator, RefundOptions, Session } from './agent.ts'
export { AgentError, type Problem } from './agent-error.ts'
export type { AgentMessages, Amounts, Body, Changed, Known, Operation, Order, Sale, Settlement } from './bodies.ts'
export { type ConnectOptions, connectAgent } from './connect.ts'
export { type AgentDescription, DEFAULT_ADDRESSES } from './find.ts'
export type { AgentEvent, FollowOptions, FollowState, Topic } from './follow.ts'
export type * from './generated/messages.ts'
export type { PageParts } from './page.ts'
export type { Pairing } from './pairing.ts'
export type { BilingualText, Delivery, LocalCode } from './texts.ts'
