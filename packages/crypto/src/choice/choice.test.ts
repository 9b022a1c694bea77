import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  bytesToHex,
  type CryptoProvider,
  createSm4Key,
  generateSm2KeyPair,
  importSm2PrivateKey,
  providerReport,
  type Sm3Engine,
  type Sm4Engine,
  sm3,
} from '@nationec/crypto'
import { throwsCode, untyped } from '../fixtures/errors.ts'
import { hex, sm2Vectors, utf8 } from '../fixtures/vectors.ts'

/** A provider of one's own over the engine that is there: what the tests then break. */
const honestSm3: Sm3Engine = {
  hash: (message) => sm3(message),
  start() {
    let all: number[] = []
    return {
      update(bytes) {
        all = [...all, ...bytes]
      },
      digest: () => sm3(Uint8Array.from(all)),
    }
  },
  hmac(key) {
    const block = Uint8Array.from({ length: 64 }, (_, index) => (key.length > 64 ? sm3(key) : key)[index] ?? 0)
    const padded = (value: number): number[] => [...block].map((byte) => byte ^ value)
    const inner = (message: Uint8Array): Uint8Array => sm3(Uint8Array.from([...padded(0x36), ...message]))
    return {
      code: (message) => sm3(Uint8Array.from([...padded(0x5c), ...inner(message)])),
      wipe: () => void block.fill(0),
    }
  },
}

describe('a provider of one’s own', () => {
  it('is taken when its known answers are right', () => {
    let asked = 0
    const provider: CryptoProvider = {
      name: 'own',
      sm3: {
        ...honestSm3,
        hash(message) {
          asked += 1
          return honestSm3.hash(message)
        },
      },
    }
    sm3(utf8('abc'), { provider })
    const before = asked
    assert.equal(bytesToHex(sm3(utf8('abc'), { provider })).slice(0, 8), '66c7f0f4')
    assert.equal(asked, before + 1)
  })

  it('is refused for one wrong answer, whichever it is', () => {
    const flip = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (index === 31 ? byte ^ 1 : byte))
    const broken: readonly Partial<Sm3Engine>[] = [
      { hash: (message) => (message.length === 64 ? flip(honestSm3.hash(message)) : honestSm3.hash(message)) },
      { hash: (message) => (message.length > 500 ? flip(honestSm3.hash(message)) : honestSm3.hash(message)) },
      { start: () => ({ update: () => undefined, digest: () => honestSm3.hash(new Uint8Array(0)) }) },
      { hmac: (key) => honestSm3.hmac(key.subarray(0, 64)) },
      { hmac: () => ({ code: (message) => honestSm3.hash(message), wipe() {} }) },
      {
        hash() {
          throw new RangeError('not here')
        },
      },
    ]
    for (const part of broken) {
      const provider: CryptoProvider = { name: 'broken', sm3: { ...honestSm3, ...part } }
      throwsCode(() => sm3(utf8('abc'), { provider }), 'CRYPTO_PROVIDER_UNAVAILABLE')
      throwsCode(() => sm3(utf8('abc'), { provider }), 'CRYPTO_PROVIDER_UNAVAILABLE')
    }
  })

  it('is refused when only many blocks at once go wrong, or when it decrypts its own mistakes', () => {
    const own = (key: Uint8Array) => createSm4Key(key)
    const none = { mode: 'ecb', padding: 'none' } as const
    const honest: Sm4Engine = {
      schedule(key) {
        const sm4 = own(key)
        return {
          encryptEcb: (blocks) => sm4.encrypt(blocks, none),
          decryptEcb: (blocks) => sm4.decrypt(blocks, none),
          encryptCbc: (blocks, iv) => sm4.encrypt(blocks, { mode: 'cbc', padding: 'none', iv }),
          decryptCbc: (blocks, iv) => sm4.decrypt(blocks, { mode: 'cbc', padding: 'none', iv }),
          ctr: (bytes, counter) => sm4.encrypt(bytes, { mode: 'ctr', counter }),
          wipe: () => sm4.destroy(),
        }
      },
    }
    const works = (sm4: Sm4Engine): unknown =>
      createSm4Key(new Uint8Array(16), { provider: { name: 'x', sm4 } }).encrypt(new Uint8Array(16), none)
    works(honest)
    const breaks: readonly ((schedule: ReturnType<Sm4Engine['schedule']>) => object)[] = [
      // Swaps the two halves of everything, in both directions.
      ({ encryptEcb, decryptEcb }) => ({
        encryptEcb: (blocks: Uint8Array) => encryptEcb(blocks).reverse(),
        decryptEcb: (blocks: Uint8Array) => decryptEcb(blocks.slice().reverse()),
      }),
      ({ encryptEcb }) => ({
        encryptEcb: (blocks: Uint8Array) =>
          encryptEcb(blocks).map((byte, index) => (index === 16 * 36 ? byte ^ 1 : byte)),
      }),
      ({ ctr }) => ({
        ctr: (bytes: Uint8Array, counter: Uint8Array) =>
          ctr(
            bytes,
            counter.map((byte) => byte & 0x7f),
          ),
      }),
      ({ encryptCbc }) => ({ encryptCbc: (blocks: Uint8Array) => encryptCbc(blocks, new Uint8Array(16)) }),
      () => ({
        gcm: { seal: () => ({ ciphertext: new Uint8Array(64), tag: new Uint8Array(16) }), open: () => undefined },
      }),
    ]
    for (const change of breaks) {
      const sm4: Sm4Engine = {
        schedule(key) {
          const schedule = honest.schedule(key)
          return { ...schedule, ...change(schedule) }
        },
      }
      throwsCode(() => works(sm4), 'CRYPTO_PROVIDER_UNAVAILABLE')
    }
  })

  it('may have one part only: the others are refused when asked for, and lent where nothing secret needs them', () => {
    const provider: CryptoProvider = { name: 'hash only', sm3: honestSm3 }
    throwsCode(() => createSm4Key(new Uint8Array(16), { provider }), 'CRYPTO_PROVIDER_UNAVAILABLE')
    const key = importSm2PrivateKey({ format: 'hex', text: sm2Vectors.privateKey }, { provider })
    assert.equal(key.publicKey.export('hex'), sm2Vectors.publicKey)
    throwsCode(() => key.sign(utf8('m')), 'CRYPTO_PROVIDER_UNAVAILABLE')
    throwsCode(() => key.publicKey.verify(utf8('m'), hex(sm2Vectors.signature)), 'CRYPTO_PROVIDER_UNAVAILABLE')
    throwsCode(() => key.publicKey.encrypt(utf8('m'), { format: 'asn1' }), 'CRYPTO_PROVIDER_UNAVAILABLE')
  })
})

describe('the choice', () => {
  it('knows names that exist, and no others', () => {
    for (const provider of ['openssl', 'AUTO', '', 5, null, {}, []]) {
      throwsCode(() => sm3(utf8('abc'), { provider: untyped(provider) }), 'CRYPTO_OPTION_INVALID', String(provider))
      throwsCode(() => generateSm2KeyPair({ provider: untyped(provider) }), 'CRYPTO_OPTION_INVALID', String(provider))
    }
  })

  it('is told for every part, with a reason for each refusal', () => {
    const report = providerReport()
    assert.deepEqual(Object.keys(report), ['sm3', 'sm4', 'sm2Signature', 'sm2Point'])
    for (const { chosen, providers } of Object.values(report)) {
      assert.deepEqual(
        providers.map(({ name }) => name),
        ['fast', 'sm-crypto', 'node'],
      )
      assert.equal(chosen, providers.find(({ state, name }) => state === 'passed' && name !== 'node')?.name)
      for (const verdict of providers) {
        assert.ok(['passed', 'refused', 'absent'].includes(verdict.state))
        if (verdict.state === 'refused') assert.match(verdict.reason, /^(wrong answer: |threw )./)
      }
    }
  })
})
