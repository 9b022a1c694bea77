/**
 * Transports over HTTP on this machine: a local service of a vendor or a simulator, and a running nationec agent.
 *
 * @module
 */
export { type AgentCall, type AgentPost, defaultAgentAddress, postToAgent } from './agent/agent-call.ts'
export { type AgentDownload, downloadFromAgent } from './agent/agent-download.ts'
export { type AgentTransportOptions, agentTransport } from './agent/agent-transport.ts'
export { type HttpErrorCode, httpErrors } from './errors.ts'
export { type HttpTransportOptions, httpTransport } from './http/http-transport.ts'
