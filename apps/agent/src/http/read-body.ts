import type { Context } from 'hono'
import { agentError } from '../errors/agent-error.ts'

const USUAL_LIMIT = 1024 * 1024
const DEEPEST = 64
const JSON_IN_UTF8 = /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i

type JsonObject = Readonly<Record<string, unknown>>

/**
 * Reads the JSON object of a request.
 *
 * Only `application/json` is taken: a page can send the other types without asking first.
 *
 * @throws `CONTENT_TYPE_REFUSED`, `BODY_TOO_LARGE`, `BODY_UNREADABLE`
 */
export async function readBody(c: Context, limit: number = USUAL_LIMIT): Promise<JsonObject> {
  const type = c.req.header('content-type') ?? ''
  if (type !== 'application/json' && !JSON_IN_UTF8.test(type)) throw agentError('CONTENT_TYPE_REFUSED')
  const text = await readText(c, limit)
  if (text === '') return {}
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isDeeper(value, DEEPEST)) {
    throw agentError('BODY_UNREADABLE')
  }
  return value as JsonObject
}

async function readText(c: Context, limit: number): Promise<string> {
  const declared = c.req.header('content-length')
  const isDeclared = declared !== undefined && /^\d{1,15}$/.test(declared)
  if (isDeclared && Number(declared) > limit) throw agentError('BODY_TOO_LARGE')
  const text = isDeclared ? await c.req.text() : await readLimited(c.req.raw, limit)
  // A body in GB18030 declared as JSON would arrive with its Chinese replaced, and be signed for like that.
  if (text.includes('\uFFFD')) throw agentError('BODY_UNREADABLE')
  return text
}

async function readLimited({ body }: Request, limit: number): Promise<string> {
  if (body === null) return ''
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.byteLength
    if (length > limit) throw agentError('BODY_TOO_LARGE')
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The engine's own error quotes the text: it is not kept as a cause.
    throw agentError('BODY_UNREADABLE')
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  for (const member of Object.values(value)) if (isDeeper(member, levels - 1)) return true
  return false
}
