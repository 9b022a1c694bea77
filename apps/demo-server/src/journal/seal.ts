import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE_LENGTH = 12
const TAG_LENGTH = 16
/** Bytes. */
export const KEY_LENGTH = 32

/** Hides what an answer holds (tokens, persons) from readers of a copied journal. */
export interface Seal {
  close(text: string): string
  open(sealed: string): string
}

/** AES-256-GCM under a key; a changed text does not open. */
export function createSeal(key: Buffer): Seal {
  return {
    close(text) {
      const nonce = randomBytes(NONCE_LENGTH)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_LENGTH))
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_LENGTH))
      const body = bytes.subarray(NONCE_LENGTH, bytes.length - TAG_LENGTH)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

/** A key that lives as long as the process. */
export function freshKey(): Buffer {
  return randomBytes(KEY_LENGTH)
}
