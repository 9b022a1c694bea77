import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { storeError } from '../../errors/ledger-error.ts'

/** What a store does with its key. */
export interface Secrets {
  /** Of the chain of events and of the digests of rows. */
  readonly chainKey: KeyObject
  /** Sixteen bytes that prove a text of this ledger. */
  mac(text: string): Uint8Array
  isMac(text: string, mac: Uint8Array): boolean
  /** See `OpenStore.digest`. */
  digest(text: string): string
  /** AES-256-GCM: nonce, cipher text, tag. It opens only for the same operation. */
  seal(operation: string, answer: string): Uint8Array
  /** @throws `LEDGER_DAMAGED` */
  unseal(operation: string, sealed: Uint8Array): string
}

export const KEY_BYTES = 32
const MAC_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Four keys from the one of the ledger: what one of them gives away says nothing of the others. */
export function secretsOf(key: Uint8Array): Secrets {
  const derived = (purpose: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `nationec ledger ${purpose}`, KEY_BYTES)))
  const [chainKey, macKey, digestKey, sealKey] = [derived('chain'), derived('row'), derived('digest'), derived('seal')]
  const mac = (text: string): Buffer => createHmac('sha256', macKey).update(text).digest().subarray(0, MAC_BYTES)
  return {
    chainKey,
    mac,
    isMac: (text, given) => given.length === MAC_BYTES && timingSafeEqual(mac(text), given),
    digest: (text) => createHmac('sha256', digestKey).update(text).digest('hex'),
    seal(operation, answer) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(operation))
      return Buffer.concat([nonce, cipher.update(answer, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    unseal(operation, sealed) {
      try {
        const nonce = sealed.subarray(0, NONCE_BYTES)
        const opener = createDecipheriv('aes-256-gcm', sealKey, nonce, { authTagLength: TAG_BYTES })
        opener.setAAD(Buffer.from(operation)).setAuthTag(sealed.subarray(-TAG_BYTES))
        const opened = [opener.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), opener.final()]
        return Buffer.concat(opened).toString('utf8')
      } catch (cause) {
        throw storeError('LEDGER_DAMAGED', { details: [SEAL_BROKEN], cause })
      }
    },
  }
}

const SEAL_BROKEN = { en: 'The seal of an answer does not open.', zh: '有一条应答无法解密。' }
