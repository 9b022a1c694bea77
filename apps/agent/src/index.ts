/**
 * The local agent: one process that owns the medical-insurance terminal and serves pages and programs of this machine.
 *
 * @module
 */

export type { LateOutcome, TerminalLink } from '@nationec/terminal'
export { type Agent, createAgent, type Listens } from './agent.ts'
export type { AgentOptions, ListenOptions, SharedOptions, TillOptions, TillsOptions } from './agent-options.ts'
export { AgentError, type AgentErrorParts } from './errors/agent-error.ts'
export { type AgentErrorCode, agentErrors } from './errors/agent-errors.ts'
export { usualPorts } from './listeners/usual-ports.ts'
export { createLogger, type LogLevel } from './logs/logger.ts'
export type { Operation } from './model/operation.ts'
export type { Order, OrderRefund } from './model/order.ts'
export type { PendingPairing } from './pairing/pairings.ts'
export type { ReceivedPush } from './pushes/push-book.ts'
export type { PushReceiver } from './pushes/push-receiver.ts'
export type { SupportFacts } from './routes/bundle-route.ts'
export type { AttachedSimulator, PluggedSimulator, SimulatorNews } from './simulator/plugged-simulator.ts'
export type { TraceEntry } from './trace/trace-log.ts'
