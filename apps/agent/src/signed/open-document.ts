import { base64ToBytes } from '@nationec/crypto'
import { readJson } from '@nationec/crypto/json'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { type DocumentFrame, type DocumentKind, type ReadDocument, readDocument } from './document-frame.ts'
import type { SignedTexts } from './sign-document.ts'
import { type DocumentVerifier, signatureAlgorithms } from './signing-keys.ts'

/** The newest document of a kind that was taken here. */
export interface DocumentMark {
  readonly sequence: number
  readonly digest: string
}

/** A document that may be trusted, and the mark that it leaves. */
export interface OpenedDocument {
  readonly document: DocumentFrame
  readonly mark: DocumentMark
}

export interface OpenDocumentOptions {
  /** The kind that is wanted. */
  readonly kind: DocumentKind
  /** The pinned key; the signature says nothing about which key or algorithm is trusted. */
  readonly verifier: DocumentVerifier
  /** Milliseconds since 1970. */
  readonly now: number
  /** What was taken last; `undefined` where nothing was. */
  readonly last: DocumentMark | undefined
}

const signatureFile = z.strictObject({
  algorithm: z.enum(signatureAlgorithms),
  key: z.string().max(64),
  signature: z.base64().max(512),
})

/** A clock that is a little slow must not refuse what was signed a moment ago. */
const CLOCKS_DIFFER = 10 * 60 * 1000

/**
 * Opens a document that is signed by the pinned key, holds now, and is not older than what was taken before.
 *
 * @throws `DOCUMENT_INVALID`, `DOCUMENT_UNSIGNED`, `DOCUMENT_EXPIRED`, `DOCUMENT_OLDER`
 */
export function openDocument(texts: SignedTexts, options: OpenDocumentOptions): OpenedDocument {
  const read = verifiedDocument(texts, options)
  const { document, digest } = read
  const { now, last } = options
  if (now < Date.parse(document.issuedAt) - CLOCKS_DIFFER || now >= Date.parse(document.expiresAt))
    throw agentError('DOCUMENT_EXPIRED')
  const { sequence } = document
  // Two documents under one number: one of them is not what its author meant.
  if (last !== undefined && (sequence < last.sequence || (sequence === last.sequence && digest !== last.digest)))
    throw agentError('DOCUMENT_OLDER')
  return { document, mark: { sequence, digest } }
}

/**
 * Opens the copy of a document that was taken before. It stays in force after its time: a hospital's sales must not stop
 * because its IT has not signed anew.
 *
 * @throws `DOCUMENT_INVALID`, `DOCUMENT_UNSIGNED`
 */
export function reopenDocument(
  texts: SignedTexts,
  { kind, verifier, now }: Omit<OpenDocumentOptions, 'last'>,
): OpenedDocument & { readonly expired: boolean } {
  const { document, digest } = verifiedDocument(texts, { kind, verifier })
  const expired = now >= Date.parse(document.expiresAt)
  return { document, mark: { sequence: document.sequence, digest }, expired }
}

function verifiedDocument(
  { text, signature }: SignedTexts,
  { kind, verifier }: Pick<OpenDocumentOptions, 'kind' | 'verifier'>,
): ReadDocument {
  const read = readDocument(text)
  const value = readJson(signature)
  const file = signatureFile.safeParse(value === undefined ? undefined : JSON.parse(signature))
  if (!file.success || !verifier.verify(read.bytes, base64ToBytes(file.data.signature)))
    throw agentError('DOCUMENT_UNSIGNED', { details: [keyAsked(verifier)] })
  if (read.document.kind !== kind) throw agentError('DOCUMENT_INVALID')
  return read
}

const keyAsked = ({ algorithm, keyId }: DocumentVerifier) => ({
  en: `The key that is trusted here: ${algorithm} ${keyId}.`,
  zh: `本机信任的密钥：${algorithm} ${keyId}。`,
})
