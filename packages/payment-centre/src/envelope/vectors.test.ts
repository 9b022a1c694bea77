import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { emptyRemovals, type JsonObject, readJson } from '@nationec/crypto/json'
import {
  createCentreCredentials,
  defaultCentreProfile,
  defineCentreProfile,
  deriveDataKey,
  openEnvelope,
  sealEnvelope,
  stringToSign,
} from '@nationec/payment-centre'
import { institution, ownVector, platform, publishedVector } from '../fixtures/vectors.ts'

const hospital = createCentreCredentials(institution)
const centre = createCentreCredentials(platform)
const keys = { credentials: hospital, profile: defaultCentreProfile }

describe('the published sample pair', () => {
  const { appId, appSecret, dataKey, plaintext, encData } = publishedVector

  it('gives its data key', () => {
    assert.equal(new TextDecoder().decode(deriveDataKey(appId, appSecret)), dataKey)
  })

  it('encrypts one block as it should, and reads both cases of it', async () => {
    const { cipher } = createCentreCredentials({ ...institution, appId, appSecret })
    assert.equal(await cipher.encrypt(plaintext, 'upper'), encData)
    assert.equal(await cipher.encrypt(plaintext, 'lower'), encData.toLowerCase())
    assert.equal(await cipher.decrypt(encData), plaintext)
    assert.equal(await cipher.decrypt(encData.toLowerCase()), plaintext)
  })
})

describe('our own vector, confirmed by OpenSSL', () => {
  const { data, moment, sealed, signed, dataKey } = ownVector

  it('gives its data key', () => {
    assert.equal(new TextDecoder().decode(deriveDataKey(institution.appId, institution.appSecret)), dataKey)
  })

  it('gives the text that is signed, to the letter, out of the sealed envelope and its plaintext', () => {
    const profile = defineCentreProfile({ name: 'rule known', emptyRemoval: 'null and text' })
    for (const plaintext of [data, JSON.stringify(data)]) {
      const envelope = readJson(JSON.stringify({ ...sealed, extra: 'x', data: plaintext })) as JsonObject
      assert.equal(`${stringToSign(envelope, profile)}&key=${institution.appSecret}`, signed)
    }
  })

  it('gives the text of a message without a body, and refuses a body that is none', () => {
    const header = readJson('{"code":0,"message":"失败","success":false,"signData":"x","none":null}') as JsonObject
    assert.equal(stringToSign(header), 'code=0&message=失败&success=false')
    for (const wrong of ['[]', '"text"', '7', '"[]"', 'null', '""']) {
      const envelope = readJson(`{"data":${wrong}}`) as JsonObject
      assert.throws(() => stringToSign(envelope), { code: 'CENTRE_OPTION_INVALID' }, wrong)
    }
  })

  it('writes the text in the form that the profile names', () => {
    const envelope = readJson('{"data":{"b":{"m":""},"n":1.50,"l":[]}}') as JsonObject
    assert.equal(stringToSign(envelope), 'data={"n":"1.50"}')
    const profile = defineCentreProfile({ name: 'p', emptyRemoval: 'null', scalars: 'as written' })
    assert.equal(stringToSign(envelope, profile), 'data={"b":{"m":""},"l":[],"n":1.50}')
  })

  it('is opened by the other side, and its empty members are still in it', async () => {
    const opened = await openEnvelope(JSON.stringify(sealed), { credentials: centre, profile: defaultCentreProfile })
    assert.deepEqual(JSON.parse(opened.body?.text ?? ''), data)
    assert.equal(opened.moment, moment)
    assert.equal(opened.header['version'], '2.0.1')
  })

  it('is made again but for the signature, which is new each time', async () => {
    const profile = defineCentreProfile({ name: 'rule known', emptyRemoval: 'null and text' })
    const { signData, ...rest } = JSON.parse(await sealEnvelope({ data, moment }, { credentials: hospital, profile }))
    const { signData: earlier, ...expected } = sealed
    assert.deepEqual(rest, expected)
    assert.match(signData, /^[A-Za-z0-9+/]{86}==$/)
    assert.notEqual(signData, earlier)
    assert.ok(await centre.verify(signed.slice(0, signed.lastIndexOf('&key=')), signData))
  })
})

describe('what a profile changes in an envelope', () => {
  const seal = async (profile = defaultCentreProfile, data: unknown = { a: 1, ok: true }) =>
    JSON.parse(await sealEnvelope({ data, moment: 1_795_400_100_000 }, { credentials: hospital, profile }))

  it('writes the time in three forms and reads them all', async () => {
    for (const [timestampForm, written] of [
      ['epoch-milliseconds', '1795400100000'],
      ['epoch-seconds', '1795400100'],
      ['yyyyMMddHHmmss', '20261123101500'],
    ] as const) {
      const envelope = await seal(defineCentreProfile({ name: 't', timestampForm }))
      assert.equal(envelope.timestamp, written)
      const opened = await openEnvelope(JSON.stringify(envelope), {
        credentials: centre,
        profile: defaultCentreProfile,
      })
      assert.equal(opened.moment, 1_795_400_100_000)
    }
  })

  it('writes another version or none', async () => {
    assert.equal((await seal(defineCentreProfile({ name: 'v', version: '1.0.0' }))).version, '1.0.0')
    assert.equal('version' in (await seal(defineCentreProfile({ name: 'v', version: null }))), false)
  })

  it('writes encData in either case', async () => {
    assert.match((await seal()).encData, /^[0-9A-F]+$/)
    assert.match((await seal(defineCentreProfile({ name: 'h', hexCase: 'lower' }))).encData, /^[0-9a-f]+$/)
  })

  it('quotes numbers and truth values, or leaves them', async () => {
    const plaintext = async (profile = defaultCentreProfile) => hospital.cipher.decrypt((await seal(profile)).encData)
    assert.equal(await plaintext(), '{"a":"1","ok":"true"}')
    assert.equal(await plaintext(defineCentreProfile({ name: 'n', scalars: 'as written' })), '{"a":1,"ok":true}')
  })

  it('is read in every form that a sender signs, unless only our own is allowed', async () => {
    const data = {
      n: 1.5,
      nested: { empty: '', none: null, list: [], object: { m: '' } },
      list: [],
      items: [null, {}, { n: 2 }],
    }
    const strict = defineCentreProfile({ name: 's', emptyRemoval: 'null and text', signedFormsRead: 'own form' })
    for (const scalars of ['as text', 'as written', 'first level as text'] as const) {
      for (const emptyRemoval of emptyRemovals) {
        const sender = defineCentreProfile({ name: 'sender', scalars, emptyRemoval })
        const envelope = JSON.stringify(await seal(sender, data))
        const opened = await openEnvelope(envelope, { credentials: centre, profile: defaultCentreProfile })
        assert.deepEqual(JSON.parse(opened.body?.text ?? '').nested, data.nested, 'the body keeps what is empty')
        if (scalars === 'as text' && emptyRemoval === 'null and text') continue
        await assert.rejects(
          () => openEnvelope(envelope, { credentials: centre, profile: strict }),
          { code: 'CENTRE_ENVELOPE_NOT_GENUINE' },
          `${scalars}, ${emptyRemoval}`,
        )
      }
    }
  })

  it('is written so that a reader of any rule verifies it, where the rule is unknown', async () => {
    const data = {
      orgCodg: 'H1',
      feedetailList: [{ b: '1', a: 2, x: [] }, {}],
      diseinfoList: [],
      extData: { m: { n: null } },
    }
    const sealed = JSON.stringify(await seal(defaultCentreProfile, data))
    assert.equal(
      await hospital.cipher.decrypt(JSON.parse(sealed).encData),
      '{"feedetailList":[{"a":"2","b":"1"}],"orgCodg":"H1"}',
    )
    for (const scalars of ['as text', 'as written', 'first level as text'] as const) {
      for (const emptyRemoval of emptyRemovals) {
        const reader = defineCentreProfile({ name: 'r', scalars, emptyRemoval, signedFormsRead: 'own form' })
        assert.ok(
          (await openEnvelope(sealed, { credentials: centre, profile: reader })).body,
          `${scalars}, ${emptyRemoval}`,
        )
      }
    }
  })

  it('verifies amounts that were signed with their zeros', async () => {
    // As a Java server writes a BigDecimal: 128.50, not 128.5.
    const plaintext = '{"feeSumamt":128.50}'
    const header = { appId: platform.appId, code: '0', encType: 'SM4', signType: 'SM2', timestamp: '1795400100000' }
    const signData = await centre.sign(
      `appId=${platform.appId}&code=0&data=${plaintext}&encType=SM4&signType=SM2&timestamp=1795400100000`,
    )
    const encData = await centre.cipher.encrypt(plaintext, 'upper')
    const opened = await openEnvelope(JSON.stringify({ ...header, encData, signData }), keys)
    assert.equal(opened.body?.text, plaintext)
  })
})
