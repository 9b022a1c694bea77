import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { DocumentKind } from './document-frame.ts'
import type { DocumentMark } from './open-document.ts'
import type { SignedTexts } from './sign-document.ts'

/** A document that was taken, with its texts, as it lies on the disk. */
export interface KeptDocument {
  readonly mark: DocumentMark
  readonly texts: SignedTexts
}

const kept = z.strictObject({
  mark: z.strictObject({ sequence: z.int().min(1), digest: z.string() }),
  texts: z.strictObject({ text: z.string(), signature: z.string() }),
})

const pathOf = (folder: string, kind: DocumentKind): string => join(folder, 'signed', `${kind}.json`)

/**
 * The document of a kind that was taken last.
 *
 * @throws `DOCUMENT_MARK_UNUSABLE` for a file that is there and cannot be read: without it an old document would be taken
 */
export async function keptDocument(folder: string, kind: DocumentKind): Promise<KeptDocument | undefined> {
  const path = pathOf(folder, kind)
  try {
    return kept.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw unusable(path, cause)
  }
}

/**
 * Remembers a document that was taken.
 *
 * @throws `DOCUMENT_MARK_UNUSABLE`
 */
export async function keepDocument(folder: string, kind: DocumentKind, document: KeptDocument): Promise<void> {
  const path = pathOf(folder, kind)
  await replaceFile(path, `${JSON.stringify(document)}\n`).catch((cause: unknown) => {
    throw unusable(path, cause)
  })
}

const unusable = (path: string, cause: unknown) =>
  agentError('DOCUMENT_MARK_UNUSABLE', { cause, details: [{ en: `${path}.`, zh: `${path}。` }] })
