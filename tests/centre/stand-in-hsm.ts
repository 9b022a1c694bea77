import { createServer, connect as open, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { Sm2PrivateKey } from '@nationec/crypto'
import type { Pkcs11 } from '../../examples/pkcs11/pkcs11-signer.ts'

/** Mechanisms as a vendor numbers them. */
export const SM2_OF_DIGEST = 0x80000001
export const SM2_OF_MESSAGE = 0x80000002
export const SM2_AS_DER = 0x80000003
/** What SoftHSM2 offers for a key on this curve: another algorithm. */
export const ECDSA = 0x1041

/** An HSM on the network that holds one key and signs with it; and its PKCS#11 library, as pkcs11js shows it. */
export interface StandInHsm extends AsyncDisposable {
  readonly pkcs11: Pkcs11
  /** Signatures that were made. */
  readonly signed: { count: number }
  readonly sessions: { open: number }
  /** Breaks every connection; what is asked next fails until the device is back. */
  unplug(): void
  replug(): void
}

export async function standInHsm(key: Sm2PrivateKey): Promise<StandInHsm> {
  const sockets = new Set<Socket>()
  const signed = { count: 0 }
  let plugged = true
  const server = createServer((socket) => {
    if (!plugged) return void socket.destroy()
    sockets.add(socket)
    socket.on('error', () => {}).once('close', () => sockets.delete(socket))
    createInterface({ input: socket }).on('line', (line) => {
      try {
        socket.end(`${Buffer.from(sign(key, JSON.parse(line))).toString('base64')}\n`)
        signed.count += 1
      } catch {
        socket.destroy() // an input of the wrong length
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the device has no port')
  const sessions = { open: 0 }
  return {
    signed,
    sessions,
    pkcs11: library(address.port, sessions),
    unplug() {
      plugged = false
      for (const socket of sockets) socket.destroy()
    },
    replug() {
      plugged = true
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function sign(key: Sm2PrivateKey, { mechanism, data }: { mechanism: number; data: string }): Uint8Array {
  const bytes = Buffer.from(data, 'base64')
  if (mechanism === SM2_OF_DIGEST) return key.signDigest(bytes)
  if (mechanism === SM2_AS_DER) return key.signDigest(bytes, { format: 'der' })
  if (mechanism === SM2_OF_MESSAGE) return key.sign(bytes)
  return globalThis.crypto.getRandomValues(new Uint8Array(64)) // no SM2
}

/** One token 医保 with the PIN 4321 and the key `own`; a session does one thing at a time, as the standard says. */
function library(port: number, sessions: { open: number }): Pkcs11 {
  let operation: number | undefined
  let found: Buffer[] = []
  return {
    C_GetSlotList: () => [Buffer.from([1]), Buffer.from([2])],
    // Labels have 32 characters, filled up with blanks; pkcs11js writes NUL.
    C_GetTokenInfo: (slot) => ({ label: slot[0] === 2 ? '医保'.padEnd(32, '\0') : 'other'.padEnd(32) }),
    C_OpenSession() {
      sessions.open += 1
      return Buffer.from([7])
    },
    C_CloseSession() {
      sessions.open -= 1
    },
    C_Login(_session, user, pin) {
      if (user !== 1 || pin !== '4321') throw new Error('CKR_PIN_INCORRECT')
    },
    C_FindObjectsInit(_session, template) {
      const label = template.find(({ type }) => type === 3)?.value
      found = label === 'own' ? [Buffer.from([9])] : label === 'two' ? [Buffer.from([9]), Buffer.from([8])] : []
    },
    C_FindObjects: (_session, count) => found.slice(0, count),
    C_FindObjectsFinal: () => {},
    C_SignInit(_session, { mechanism }) {
      if (operation !== undefined) throw new Error('CKR_OPERATION_ACTIVE')
      operation = mechanism
    },
    async C_SignAsync(_session, data, space) {
      try {
        const answer = await ask(port, { mechanism: operation, data: data.toString('base64') })
        answer.copy(space)
        return space.subarray(0, answer.length)
      } finally {
        operation = undefined
      }
    },
  }
}

function ask(port: number, question: object): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = open(port, '127.0.0.1', () => socket.write(`${JSON.stringify(question)}\n`))
    const parts: Buffer[] = []
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.once('error', () => reject(new Error('CKR_DEVICE_REMOVED')))
    socket.once('close', () => {
      const answer = Buffer.concat(parts).toString()
      if (answer.endsWith('\n')) resolve(Buffer.from(answer, 'base64'))
      else reject(new Error('CKR_DEVICE_REMOVED'))
    })
  })
}
