import type { IncomingMessage } from 'node:http'
import { LIMITS } from '@nationec/protocol'

/** The text of a request's body; `undefined` when it is longer than the interface allows (clause 3.2). */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Uint8Array>) {
    bytes += part.length
    if (bytes <= LIMITS.whole) parts.push(part)
  }
  return bytes > LIMITS.whole ? undefined : Buffer.concat(parts).toString('utf8')
}
