import { createHash } from 'node:crypto'
import { canonicalJson, readJson } from '@nationec/crypto/json'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'

/** What is signed. A document of one kind is never taken for one of another. */
export const documentKinds = ['settings', 'release'] as const
export type DocumentKind = (typeof documentKinds)[number]

const instant = z.iso.datetime({ offset: true })

const frame = z.strictObject({
  kind: z.enum(documentKinds),
  /** Counts up with each document of a kind: an older one is refused where a newer one was seen. */
  sequence: z.int().min(1),
  issuedAt: instant,
  expiresAt: instant,
  content: z.record(z.string(), z.unknown()),
})

/** A document as it is signed: which one it is, how long it holds, and what it says. */
export type DocumentFrame = z.infer<typeof frame>

/** A document that was read, with the bytes that its signature covers. */
export interface ReadDocument {
  readonly document: DocumentFrame
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, as hexadecimal. */
  readonly digest: string
}

/**
 * Reads a document. Blanks, line ends and the order of members are no part of what is signed; what is given is read from
 * the signed bytes themselves, so that nothing can stand beside them.
 *
 * @throws `DOCUMENT_INVALID`
 */
export function readDocument(text: string): ReadDocument {
  const value = readJson(text)
  const canonical = value === undefined ? '' : canonicalJson(value, { scalars: 'as written', emptyRemoval: 'null' })
  const read = frame.safeParse(canonical === '' ? undefined : JSON.parse(canonical))
  if (!read.success) throw agentError('DOCUMENT_INVALID')
  const bytes = new TextEncoder().encode(canonical)
  return { document: read.data, bytes, digest: createHash('sha256').update(bytes).digest('hex') }
}
