import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { generateSm2KeyPair, importSm2PrivateKey } from '@nationec/crypto/sm2'
import { createCentreClient, createCentreCredentials, isCentreError } from '@nationec/payment-centre'
import { openPkcs11Signer, type Pkcs11Options } from '../../examples/pkcs11/pkcs11-signer.ts'
import { keys, ORG, openCentreDesk } from './desk.ts'
import { ECDSA, SM2_AS_DER, SM2_OF_DIGEST, SM2_OF_MESSAGE, standInHsm } from './stand-in-hsm.ts'

const own = importSm2PrivateKey({ format: 'base64', text: String(keys.institution.privateKey) })
const right: Pkcs11Options = {
  token: '医保',
  pin: '4321',
  key: 'own',
  mechanism: SM2_OF_DIGEST,
  signs: 'digest',
  publicKey: own.publicKey,
}

describe('a signer over PKCS#11', () => {
  it('signs what a client sends, with every mechanism, and the key stays in the device', async () => {
    for (const [mechanism, signs] of [
      [SM2_OF_DIGEST, 'digest'],
      [SM2_OF_MESSAGE, 'message'],
    ] as const) {
      await using hsm = await standInHsm(own)
      await using desk = await openCentreDesk()
      const signer = await openPkcs11Signer(hsm.pkcs11, { ...right, mechanism, signs })
      const credentials = createCentreCredentials({ ...keys.institution, privateKey: signer })
      const client = createCentreClient({ baseUrl: desk.server.url, orgCodg: ORG, credentials })
      const { payOrdId, payToken } = await client.uploadFees(desk.bill())
      assert.equal((await client.querySettlement({ payOrdId, payToken })).status, 'pending')
      assert.equal(hsm.signed.count, 3, 'one to try the device, two requests')
      signer.close()
      assert.equal(hsm.sessions.open, 0)
    }
  })

  it('lets one signature wait for the other', async () => {
    await using hsm = await standInHsm(own)
    const signer = await openPkcs11Signer(hsm.pkcs11, right)
    const messages = Array.from({ length: 20 }, (_, index) => new Uint8Array(index))
    const signatures = await Promise.all(messages.map((message) => signer.sign(message)))
    for (const [index, message] of messages.entries()) {
      assert.ok(own.publicKey.verify(message, signatures[index] ?? new Uint8Array()), String(index))
    }
  })

  it('leaves a request unsent while the device is away, and goes on when it is back', async () => {
    await using hsm = await standInHsm(own)
    await using desk = await openCentreDesk()
    const signer = await openPkcs11Signer(hsm.pkcs11, right)
    const credentials = createCentreCredentials({ ...keys.institution, privateKey: signer })
    const client = createCentreClient({ baseUrl: desk.server.url, orgCodg: ORG, credentials })
    hsm.unplug()
    const error = await client.uploadFees(desk.bill()).catch((error: unknown) => error)
    assert.ok(isCentreError(error, 'CENTRE_KEY_FAILED'), String(error))
    assert.equal(error.delivery, 'not-sent')
    assert.match(String(error.cause), /CKR_DEVICE_REMOVED/)
    assert.equal(desk.server.requests.count, 0)
    hsm.replug()
    await client.uploadFees(desk.bill())
    assert.equal(desk.simulator.orders().length, 1)
  })

  it('refuses a device that signs something else before it signs anything that counts', async () => {
    const refused: readonly [change: Partial<Pkcs11Options>, told: RegExp][] = [
      [{ mechanism: ECDSA }, /does not sign SM2 with this key/],
      [{ mechanism: SM2_OF_MESSAGE }, /digest or message/],
      [{ signs: 'message', mechanism: SM2_OF_DIGEST }, /CKR_DEVICE_REMOVED/],
      [{ publicKey: generateSm2KeyPair().publicKey }, /another key/],
      [{ mechanism: SM2_AS_DER }, /writes DER/],
      [{ pin: '1234' }, /CKR_PIN_INCORRECT/],
      [{ key: 'none' }, /not one private key/],
      [{ key: 'two' }, /not one private key/],
      [{ token: 'absent' }, /no token/],
    ]
    for (const [change, told] of refused) {
      await using hsm = await standInHsm(own)
      await assert.rejects(openPkcs11Signer(hsm.pkcs11, { ...right, ...change }), told)
      assert.equal(hsm.sessions.open, 0, JSON.stringify(told.source))
    }
  })
})
