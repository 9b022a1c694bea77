/**
 * An SM2 key in an HSM (加密机) or a UKey, through PKCS#11: an example to take over, over the package `pkcs11js`.
 *
 *   npm install pkcs11js
 *
 *   import { PKCS11 } from 'pkcs11js'
 *   const pkcs11 = new PKCS11()
 *   pkcs11.load('/opt/vendor/libpkcs11.so')
 *   pkcs11.C_Initialize()
 *   const signer = await openPkcs11Signer(pkcs11, { … })
 *   createCentreCredentials({ appId, appSecret, platformPublicKey, privateKey: signer })
 *
 * PKCS#11 has no mechanism of its own for SM2: each vendor numbers one above 0x80000000, and says in its manual whether it takes
 * the hash value e or the message.
 */

import { type Sm2PublicKey, sm3 } from '@nationec/crypto'
import type { CentreSigner } from '@nationec/payment-centre'

/** What is needed of `PKCS11` of pkcs11js. */
export interface Pkcs11 {
  C_GetSlotList(tokenPresent?: boolean): Buffer[]
  C_GetTokenInfo(slot: Buffer): { readonly label: string }
  C_OpenSession(slot: Buffer, flags: number): Buffer
  C_CloseSession(session: Buffer): void
  C_Login(session: Buffer, userType: number, pin?: string): void
  C_FindObjectsInit(session: Buffer, template: { type: number; value: number | string | Buffer }[]): void
  C_FindObjects(session: Buffer, count: number): Buffer[]
  C_FindObjectsFinal(session: Buffer): void
  C_SignInit(session: Buffer, mechanism: { mechanism: number }, key: Buffer): void
  C_SignAsync(session: Buffer, data: Buffer, signature: Buffer): Promise<Buffer>
}

export interface Pkcs11Options {
  /** 令牌名称. */
  readonly token: string
  /** Where it comes from, a file or the environment, is the caller's business; it is not kept. */
  readonly pin: string
  /** The label (CKA_LABEL) of the private key. */
  readonly key: string
  /** The vendor's mechanism for SM2 signatures. */
  readonly mechanism: number
  /** What that mechanism signs: e = SM3(Z ‖ M), or the message, hashing it with the default user id itself. */
  readonly signs: 'digest' | 'message'
  /** The public half: for Z, and to try the device before it signs anything that counts. */
  readonly publicKey: Sm2PublicKey
}

export interface Pkcs11Signer extends CentreSigner {
  close(): void
}

/** Of the PKCS#11 header. */
const CKF_SERIAL_SESSION = 4
const CKU_USER = 1
const CKA_CLASS = 0
const CKA_LABEL = 3
const CKO_PRIVATE_KEY = 3
/** As long as any signature of 256 bits, DER too. */
const MOST_BYTES = 128
const USER_ID = '1234567812345678'

/**
 * Opens a session, finds the key and tries it. A device that signs something else, such as ECDSA over the same curve, is
 * refused here and not by the payment centre.
 */
export async function openPkcs11Signer(pkcs11: Pkcs11, options: Pkcs11Options): Promise<Pkcs11Signer> {
  const { token, pin, key, mechanism, signs, publicKey } = options
  const slot = pkcs11.C_GetSlotList(true).find((one) => labelOf(pkcs11, one) === token)
  if (slot === undefined) throw new Error('no token of that name')
  const session = pkcs11.C_OpenSession(slot, CKF_SERIAL_SESSION)
  const close = (): void => pkcs11.C_CloseSession(session)
  const z = publicKey.zOf(USER_ID)
  let last: Promise<unknown> = Promise.resolve()

  async function signOne(privateKey: Buffer, message: Uint8Array): Promise<Uint8Array> {
    const input = signs === 'message' ? Buffer.from(message) : Buffer.from(sm3(Buffer.concat([z, message])))
    pkcs11.C_SignInit(session, { mechanism }, privateKey)
    return new Uint8Array(await pkcs11.C_SignAsync(session, input, Buffer.alloc(MOST_BYTES)))
  }

  try {
    pkcs11.C_Login(session, CKU_USER, pin)
    const privateKey = findKey(pkcs11, session, key)
    const signer: Pkcs11Signer = {
      // A session does one thing at a time: the next signature waits for the one before it, however that ended.
      sign(message) {
        const signed = last.then(() => signOne(privateKey, message))
        last = signed.catch(() => {})
        return signed
      },
      close,
    }
    await tryOut(signer, publicKey)
    return signer
  } catch (error) {
    close()
    throw error
  }
}

/** 32 characters, filled up with blanks, or with NUL where pkcs11js made the token. */
function labelOf(pkcs11: Pkcs11, slot: Buffer): string {
  return pkcs11.C_GetTokenInfo(slot).label.replaceAll('\0', '').trim()
}

function findKey(pkcs11: Pkcs11, session: Buffer, label: string): Buffer {
  pkcs11.C_FindObjectsInit(session, [
    { type: CKA_CLASS, value: CKO_PRIVATE_KEY },
    { type: CKA_LABEL, value: label },
  ])
  const [found, another] = pkcs11.C_FindObjects(session, 2)
  pkcs11.C_FindObjectsFinal(session)
  if (found === undefined || another !== undefined) throw new Error('not one private key of that label')
  return found
}

async function tryOut(signer: CentreSigner, publicKey: Sm2PublicKey): Promise<void> {
  const message = globalThis.crypto.getRandomValues(new Uint8Array(48))
  const signature = await signer.sign(message)
  if (signature.length === 64 && publicKey.verify(message, signature)) return
  const der = signature.length !== 64 && publicKey.verify(message, signature, { format: 'der' })
  throw new Error(
    der
      ? 'the device writes DER: convert it to r ‖ s'
      : 'the device does not sign SM2 with this key: another mechanism, another input (digest or message), or another key',
  )
}
