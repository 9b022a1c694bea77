import { bytesToBase64 } from '@nationec/crypto'
import { type DocumentFrame, readDocument } from './document-frame.ts'
import type { DocumentSigner } from './signing-keys.ts'

/** The texts of a document and of the signature beside it. */
export interface SignedTexts {
  readonly text: string
  readonly signature: string
}

/**
 * Signs a document; the signature stands in a file of its own.
 *
 * @throws `DOCUMENT_INVALID`
 */
export function signDocument(document: DocumentFrame, signer: DocumentSigner): SignedTexts {
  const text = `${JSON.stringify(document, undefined, 2)}\n`
  const { bytes } = readDocument(text)
  const { algorithm, keyId } = signer
  const signature = { algorithm, key: keyId, signature: bytesToBase64(signer.sign(bytes)) }
  return { text, signature: `${JSON.stringify(signature)}\n` }
}
