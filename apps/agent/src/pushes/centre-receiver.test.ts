// @everyday node
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createLogger } from '@nationec/agent'
import { generateSm2KeyPair } from '@nationec/crypto/sm2'
import {
  type CentreCredentials,
  createCentreCredentials,
  defaultCentreProfile,
  sealEnvelope,
} from '@nationec/payment-centre'
import { ORG_ID, openDesk } from '../fixtures/desk.ts'
import { ask } from '../fixtures/http.ts'
import { centreReceiver } from './centre-receiver.ts'

const appId = 'EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0'
const appSecret = 'a secret of this test'
const own = generateSm2KeyPair()
const platform = generateSm2KeyPair()
const centre = createCentreCredentials({
  appId,
  appSecret,
  privateKey: platform.privateKey,
  platformPublicKey: own.publicKey,
})
const push = {
  payOrdId: 'ORD1',
  callType: '02',
  medOrgOrd: 'M1',
  traceTime: '20261123101630',
  orgCodg: ORG_ID,
  feeSumamt: '128.50',
  ownPayAmt: '28.50',
  psnAcctPay: '20.00',
  fundPay: '80.00',
  setlType: 'ALL',
}

/** The push as a holder of these keys sends it. */
const sealed = (credentials: CentreCredentials): Promise<string> =>
  sealEnvelope({ data: push, moment: Date.now() }, { credentials, profile: defaultCentreProfile })

/** The files of a hospital's settings, and the log that the receiver writes. */
async function settingsFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-centre-'))
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), `${text}\n`)
    return join(folder, name)
  }
  const lines: string[] = []
  return {
    settings: {
      appId,
      appSecretFile: await file('secret', appSecret),
      privateKeyFile: await file('own', own.privateKey.export('base64')),
      platformPublicKeyFile: await file('platform', platform.publicKey.export('base64')),
    },
    lines,
    logger: createLogger('info', { write: (line: string) => void lines.push(line) }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

describe('the receiver of the settings', () => {
  it('lets a push of the centre in and shows it once', async () => {
    await using place = await settingsFolder()
    await using desk = await openDesk({ receivePush: await centreReceiver(place.settings, ORG_ID, place.logger) })
    const send = (text: string) =>
      ask(`${desk.base}/push`, {
        method: 'POST',
        body: JSON.parse(text),
        headers: { 'Content-Type': 'application/json' },
      })
    const genuine = await sealed(centre)
    assert.equal((await send(genuine)).status, 200)
    assert.equal((await send(genuine)).status, 200)
    // Whoever knows the secret and not the platform's key.
    const forged = await sealed(
      createCentreCredentials({ appId, appSecret, privateKey: own.privateKey, platformPublicKey: own.publicKey }),
    )
    assert.notEqual((await send(forged)).status, 200)

    const { pushes } = (await desk.call('GET', '/v1/pushes')).json
    assert.equal(pushes.length, 1)
    assert.equal(pushes[0].payOrdId, 'ORD1')
    assert.match(place.lines.join(''), /not genuine/)
    assert.doesNotMatch(place.lines.join(''), new RegExp(`${appSecret}|128\\.50`))
  })

  it('names the file that is missing', async () => {
    await using place = await settingsFolder()
    const settings = { ...place.settings, privateKeyFile: `${place.settings.privateKeyFile}.gone` }
    await assert.rejects(centreReceiver(settings, ORG_ID, place.logger), (error: Error) => {
      assert.match(error.message, /centre\.privateKeyFile/)
      return true
    })
  })
})
