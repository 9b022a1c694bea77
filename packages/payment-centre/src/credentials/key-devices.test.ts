import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runInNewContext } from 'node:vm'
import { importSm2PrivateKey, importSm2PublicKey } from '@nationec/crypto/sm2'
import { createSm4Key } from '@nationec/crypto/sm4'
import {
  type CentreCredentials,
  type CentreCredentialsInput,
  createCentreCredentials,
  defaultCentreProfile,
  deriveDataKey,
  isCentreError,
  openEnvelope,
} from '@nationec/payment-centre'
import { centre, openDesk, query } from '../fixtures/desk.ts'
import { manualTimers } from '../fixtures/manual-timers.ts'
import { pushDesk, sealedPush } from '../fixtures/push-desk.ts'
import { institution } from '../fixtures/vectors.ts'

const privateKey = importSm2PrivateKey({ format: 'base64', text: String(institution.privateKey) })
const publicKey = importSm2PublicKey({ format: 'base64', text: String(institution.platformPublicKey) })
const data = createSm4Key(deriveDataKey(institution.appId, institution.appSecret))
const mode = { mode: 'ecb', padding: 'pkcs7' } as const

/** Each answer comes in another turn, as from a socket. */
const later = async <Value>(make: () => Value): Promise<Value> => {
  await new Promise((resolve) => setTimeout(resolve, 1))
  return make()
}
const never = () => new Promise<never>(() => {})
const fail = () => Promise.reject(new Error('0x00000030 CKR_DEVICE_ERROR'))

/** Credentials of which every key lies in a device. */
const devices = (change: Partial<CentreCredentialsInput> = {}): CentreCredentials =>
  createCentreCredentials({
    appId: institution.appId,
    appSecret: institution.appSecret,
    privateKey: { sign: (message) => later(() => privateKey.sign(message)) },
    platformPublicKey: { verify: (message, signature) => later(() => publicKey.verify(message, signature)) },
    dataKey: {
      encrypt: (plaintext) => later(() => data.encrypt(plaintext, mode)),
      decrypt: (ciphertext) => later(() => data.decrypt(ciphertext, mode)),
    },
    ...change,
  })

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.catch((error: unknown) => error)
  assert.ok(isCentreError(error), String(error))
  return error
}

describe('keys in a device', () => {
  it('do everything that keys in the process do', async () => {
    await using desk = await openDesk({ credentials: devices() })
    assert.equal((await desk.client.querySettlement(query)).status, 'pending')
    const [sent = ''] = desk.server.requests
    const opened = await openEnvelope(sent, { credentials: centre, profile: defaultCentreProfile })
    assert.deepEqual(JSON.parse(opened.body?.text ?? ''), { medOrgOrd: 'M1', orgCodg: 'H33010200001' })
    const { answer, events } = pushDesk({ credentials: devices() })
    assert.match(await answer(await sealedPush()), /^200 /)
    assert.equal(events.length, 1)
  })

  it('that fail while a request is written leave it unsent, with the reason in the cause only', async () => {
    for (const change of [
      { privateKey: { sign: fail } },
      {
        privateKey: {
          sign: () => {
            throw new Error('0x00000030 CKR_DEVICE_ERROR')
          },
        },
      },
      { dataKey: { encrypt: fail, decrypt: fail } },
    ] as const) {
      await using desk = await openDesk({ credentials: devices(change) })
      const error = await failureOf(desk.client.querySettlement(query))
      assert.deepEqual([error.code, error.delivery], ['CENTRE_KEY_FAILED', 'not-sent'])
      assert.match(String(error.cause), /CKR_DEVICE_ERROR/)
      assert.doesNotMatch(error.message, /CKR/)
      assert.equal(desk.server.connections.count, 0)
    }
  })

  it('that fail while an answer is read leave the outcome unknown', async () => {
    for (const change of [
      { platformPublicKey: { verify: fail } },
      { dataKey: { encrypt: (plaintext: Uint8Array) => data.encrypt(plaintext, mode), decrypt: fail } },
    ]) {
      await using desk = await openDesk({ credentials: devices(change) })
      const error = await failureOf(desk.client.querySettlement(query))
      assert.deepEqual([error.code, error.delivery], ['CENTRE_KEY_FAILED', 'unknown'])
    }
  })

  it('give r ‖ s, or the error says what they gave', async () => {
    const der = (message: Uint8Array) => privateKey.sign(message, { format: 'der' })
    for (const [sign, told] of [
      [der, /gave 7\d bytes; 64 are needed, r ‖ s, and not DER/],
      [() => new Uint8Array(32), /gave 32 bytes; 64 are needed, r ‖ s\./],
      [() => 'signature' as never, /gave no bytes/],
      [() => undefined as never, /gave no bytes/],
    ] as const) {
      await using desk = await openDesk({ credentials: devices({ privateKey: { sign } }) })
      const error = await failureOf(desk.client.querySettlement(query))
      assert.deepEqual([error.code, error.delivery], ['CENTRE_KEY_FAILED', 'not-sent'])
      assert.match(error.message, told)
    }
  })

  it('may give bytes of another realm, as test runners have them', async () => {
    const foreign = (message: Uint8Array): Uint8Array => {
      const bytes: Uint8Array = runInNewContext('new Uint8Array(64)')
      bytes.set(privateKey.sign(message))
      return bytes
    }
    await using desk = await openDesk({ credentials: devices({ privateKey: { sign: foreign } }) })
    assert.equal((await desk.client.querySettlement(query)).status, 'pending')
  })

  it('let nothing in by an answer that is neither true nor false', async () => {
    for (const said of ['no', 1, {}, undefined]) {
      await using desk = await openDesk({
        credentials: devices({ platformPublicKey: { verify: () => said as never } }),
      })
      assert.equal((await failureOf(desk.client.querySettlement(query))).code, 'CENTRE_ENVELOPE_NOT_GENUINE')
    }
  })

  it('say that a ciphertext is not theirs without failing', async () => {
    const dataKey = { encrypt: (plaintext: Uint8Array) => data.encrypt(plaintext, mode), decrypt: () => undefined }
    await using desk = await openDesk({ credentials: devices({ dataKey }) })
    assert.equal((await failureOf(desk.client.querySettlement(query))).code, 'CENTRE_ENVELOPE_NOT_GENUINE')
  })

  it('that never come to an end are given up at the deadline, or by the caller', async () => {
    for (const [part, delivery] of [
      ['privateKey', 'not-sent'],
      ['platformPublicKey', 'unknown'],
    ] as const) {
      const { timers, expire } = manualTimers()
      let begin = () => {}
      const started = new Promise<void>((resolve) => {
        begin = resolve
      })
      const hang = () => {
        begin()
        return never()
      }
      await using desk = await openDesk({ timers, credentials: devices({ [part]: { sign: hang, verify: hang } }) })
      const asked = failureOf(desk.client.querySettlement(query))
      await started
      expire()
      const error = await asked
      assert.deepEqual([error.code, error.delivery], ['CENTRE_TIMEOUT', delivery])
      assert.equal(desk.server.requests.length, delivery === 'unknown' ? 1 : 0)
    }
    await using desk = await openDesk({ credentials: devices({ privateKey: { sign: never } }) })
    const giving = new AbortController()
    const asked = failureOf(desk.client.querySettlement(query, { signal: giving.signal }))
    giving.abort()
    const error = await asked
    assert.deepEqual([error.code, error.delivery, desk.server.connections.count], ['CENTRE_ABORTED', 'not-sent', 0])
  })

  it('that fail or hang make the centre repeat its push', async () => {
    for (const verify of [fail, never]) {
      const { answer, reasons, events } = pushDesk({
        credentials: devices({ platformPublicKey: { verify } }),
        patience: 30,
      })
      assert.match(await answer(await sealedPush()), /^503 /)
      assert.deepEqual([reasons(), events.length], [['key failed'], 0])
    }
  })

  it('must be objects with their functions', () => {
    for (const dataKey of [{}, { encrypt: fail }, 'key', null]) {
      assert.throws(() => devices({ dataKey: dataKey as never }), {
        code: 'CENTRE_CREDENTIALS_INVALID',
        message: /dataKey: an object with/,
      })
    }
  })
})
