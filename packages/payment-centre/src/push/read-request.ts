import type { Timers } from '@nationec/transport'
import { compressionOf } from '../http/compression.ts'
import { PushRefusal } from './push-log.ts'

/** Reads the text of a request, at most so many bytes and for so long: a slow sender must not hold the server. */
export async function readRequest(
  request: Request,
  { limit, deadline, timers }: { limit: number; deadline: number; timers: Timers },
): Promise<string | PushRefusal> {
  if (request.method !== 'POST') return new PushRefusal('not a POST')
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > limit) return new PushRefusal('too large', `${declared} bytes`)
  if (request.body === null) return new PushRefusal('unreadable', '0 bytes')
  if (request.bodyUsed || request.body.locked) return new PushRefusal('body not received', 'it was read before')
  const reader = request.body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  let late = false
  const timer = timers.setTimeout(() => {
    late = true
    void reader.cancel().catch(() => {})
  }, deadline)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length
      if (length > limit) {
        void reader.cancel().catch(() => {})
        return new PushRefusal('too large', `more than ${limit} bytes`)
      }
      parts.push(part.value)
    }
  } catch {
    return new PushRefusal('body not received', `${length} bytes`)
  } finally {
    timers.clearTimeout(timer)
  }
  if (late) return new PushRefusal('body not received', `${length} bytes`)
  return decode(parts, length, request.headers.get('content-encoding'))
}

function decode(parts: readonly Uint8Array[], length: number, encoding: string | null): string | PushRefusal {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode()
  } catch {
    const how = compressionOf(parts[0] ?? new Uint8Array(), encoding)
    return new PushRefusal('unreadable', `${length} bytes, ${how === undefined ? 'not UTF-8' : `compressed (${how})`}`)
  }
}
