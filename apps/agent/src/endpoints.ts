/**
 * How routes of the agent are written, for what is plugged into it.
 *
 * @module
 */

export type { JsonSchema } from '@nationec/protocol'
export {
  type Access,
  type AnyEndpoint,
  type Call,
  type Endpoint,
  endpoint,
  type Input,
  type Method,
  type Reply,
} from './http/endpoint.ts'
export { zodInput } from './http/input.ts'
export { listOf, objectOf } from './openapi/schemas.ts'
