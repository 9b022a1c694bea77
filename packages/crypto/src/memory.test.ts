import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { describe, it } from 'node:test'
import {
  bytesToHex,
  createHmacSm3Key,
  createSm2KeyExchange,
  createSm3,
  createSm4Key,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  type ProviderChoice,
  sm3,
} from '@nationec/crypto'
import { throwsCode, untyped } from './fixtures/errors.ts'
import { passedProviders } from './fixtures/passed-providers.ts'
import { bytes32, hex, sm2Vectors, utf8 } from './fixtures/vectors.ts'
import { createFastSm4 } from './providers/fast/sm4.ts'

const how = { format: 'C1C3C2', prefix04: false } as const
const sm4Providers: ProviderChoice[] = [
  ...passedProviders('sm4'),
  { name: 'tables', sm4: createFastSm4({ webAssembly: 'none' }) },
]

/** A Buffer that lies in the middle of larger memory, as those of Node's pool do; its `slice` copies nothing. */
function pooled(bytes: Uint8Array): Buffer {
  const memory = Buffer.alloc(bytes.length + 24, 0xee)
  memory.set(bytes, 13)
  return memory.subarray(13, 13 + bytes.length)
}

function shared(bytes: Uint8Array): Uint8Array {
  const view = new Uint8Array(new SharedArrayBuffer(bytes.length + 5), 5)
  view.set(bytes)
  return view
}

describe('memory of the caller', () => {
  it('may be changed after the call: a key that came as a Buffer stays what it was', () => {
    const bytes = pooled(hex(sm2Vectors.privateKey))
    const point = pooled(hex(sm2Vectors.publicKey))
    const privateKey = importSm2PrivateKey({ format: 'raw', bytes })
    const publicKeys = [point, point.subarray(1)].map((part) => importSm2PublicKey({ format: 'raw', bytes: part }))
    bytes.fill(1)
    point.fill(1)
    assert.equal(privateKey.export('hex'), sm2Vectors.privateKey)
    for (const key of publicKeys) assert.equal(key.export('hex'), sm2Vectors.publicKey)
  })

  it('is not wiped with the key', () => {
    const bytes = pooled(hex(sm2Vectors.privateKey))
    importSm2PrivateKey({ format: 'raw', bytes }).destroy()
    assert.equal(bytesToHex(bytes), sm2Vectors.privateKey)
  })

  it('that a random source gives may be a Buffer, which it uses again: it is neither kept nor wiped', () => {
    for (const provider of passedProviders('sm2Point')) {
      const own = pooled(hex(sm2Vectors.privateKey))
      const random = () => own
      const { privateKey } = generateSm2KeyPair({ provider, random })
      assert.equal(privateKey.export('hex'), sm2Vectors.privateKey)
      assert.equal(privateKey.publicKey.export('hex'), sm2Vectors.publicKey)
      privateKey.publicKey.encrypt(utf8('message'), how)
      const options = { role: 'initiator', privateKey, peerPublicKey: privateKey.publicKey, keyLength: 16 } as const
      const exchange = createSm2KeyExchange({ ...options, provider, random })
      const again = createSm2KeyExchange({ ...options, provider, random: () => hex(sm2Vectors.privateKey) })
      assert.equal(bytesToHex(own), sm2Vectors.privateKey)
      own.fill(1)
      const { key } = exchange.agree(hex(sm2Vectors.publicKey))
      assert.deepEqual(key, again.agree(hex(sm2Vectors.publicKey)).key)
    }
  })

  it('is not written to, and its Buffers give what other bytes give', () => {
    const message = Uint8Array.from({ length: 48 }, (_, index) => index * 7)
    const key = new Uint8Array(16).fill(3)
    const counter = new Uint8Array(16).fill(255)
    for (const provider of sm4Providers) {
      for (const placed of [pooled, shared]) {
        const given = [placed(key), placed(counter), placed(message), placed(message.subarray(0, 12))] as const
        const plain = createSm4Key(key, { provider })
        const sm4 = createSm4Key(given[0], { provider })
        for (const [mode, other] of [
          [
            { mode: 'ecb', padding: 'none' },
            { mode: 'ecb', padding: 'none' },
          ],
          [
            { mode: 'cbc', iv: given[1], padding: 'none' },
            { mode: 'cbc', iv: counter, padding: 'none' },
          ],
          [
            { mode: 'ctr', counter: given[1] },
            { mode: 'ctr', counter },
          ],
        ] as const) {
          const result = sm4.encrypt(given[2], mode)
          assert.deepEqual(result, plain.encrypt(message, other))
          assert.deepEqual(sm4.decrypt(placed(result), mode), message)
        }
        for (const mode of ['gcm', 'ccm'] as const) {
          for (const tagLength of [16, 14, 12]) {
            const sealing = { mode, nonce: given[3], associatedData: given[2], tagLength }
            const sealed = sm4.seal(given[2], sealing)
            const opened = sm4.open(placed(sealed.ciphertext), { ...sealing, tag: placed(sealed.tag) })
            assert.deepEqual(opened, message)
          }
        }
        assert.deepEqual(given.map(bytesToHex), [key, counter, message, message.subarray(0, 12)].map(bytesToHex))
      }
    }
  })

  it('may be changed between the parts of a hash', () => {
    for (const provider of passedProviders('sm3')) {
      const bytes = pooled(utf8('abc'))
      const state = createSm3({ provider }).update(bytes)
      const code = createHmacSm3Key(bytes, { provider })
      const expected = bytesToHex(code.mac(bytes))
      bytes.fill(0)
      assert.deepEqual(state.digest(), sm3(utf8('abc'), { provider }))
      assert.equal(bytesToHex(code.mac(shared(utf8('abc')))), expected)
    }
  })

  it('shared with another thread gives the same signatures and plaintexts', () => {
    const { privateKey, publicKey } = generateSm2KeyPair()
    for (const placed of [pooled, shared]) {
      const [message, id] = [placed(utf8('message')), placed(utf8('id'))]
      for (const format of ['raw', 'der'] as const) {
        const signature = privateKey.sign(message, { userId: id, format })
        assert.equal(publicKey.verify(utf8('message'), placed(signature), { userId: 'id', format }), true)
      }
      assert.deepEqual(privateKey.decrypt(placed(publicKey.encrypt(message, how)), how), utf8('message'))
    }
  })
})

describe('memory of a key', () => {
  it('is not the caller’s to change through what a call returned', () => {
    const { privateKey, publicKey } = generateSm2KeyPair()
    const signature = privateKey.sign(utf8('m'))
    publicKey.zOf('1234567812345678').fill(0)
    publicKey.export('raw').fill(0)
    privateKey.export('raw').fill(0)
    assert.equal(publicKey.verify(utf8('m'), signature), true)
    assert.equal(publicKey.verify(utf8('m'), privateKey.sign(utf8('m'))), true)
  })
})

describe('what only looks like bytes', () => {
  const lookalikes = [
    { [Symbol.toStringTag]: 'Uint8Array', length: 3 },
    Object.create(Uint8Array.prototype),
    new Proxy(new Uint8Array(3), {}),
    new Uint8ClampedArray(3),
    new Int8Array(3),
    new DataView(new ArrayBuffer(3)),
  ]

  it('is refused', () => {
    for (const value of lookalikes) {
      throwsCode(() => sm3(untyped(value)), 'CRYPTO_BYTES_EXPECTED')
      throwsCode(() => bytesToHex(untyped(value)), 'CRYPTO_BYTES_EXPECTED')
      throwsCode(() => importSm2PrivateKey({ format: 'raw', bytes: untyped(value) }), 'CRYPTO_BYTES_EXPECTED')
      assert.equal(generateSm2KeyPair().publicKey.verify(utf8('m'), untyped(value)), false)
    }
  })

  it('is refused where it has lost its memory to another thread, and so its content', () => {
    const message = Uint8Array.from(utf8('message'))
    const copy = structuredClone(message, { transfer: [message.buffer] })
    assert.equal(message.length, 0)
    const { privateKey } = generateSm2KeyPair()
    const sm4 = createSm4Key(bytes32(1n).subarray(16))
    throwsCode(() => sm3(message), 'CRYPTO_BYTES_EXPECTED')
    throwsCode(() => privateKey.sign(message), 'CRYPTO_BYTES_EXPECTED')
    throwsCode(() => privateKey.sign(copy, { userId: message }), 'CRYPTO_USER_ID_INVALID')
    throwsCode(() => privateKey.publicKey.encrypt(message, how), 'CRYPTO_BYTES_EXPECTED')
    throwsCode(() => sm4.encrypt(message, { mode: 'ecb' }), 'CRYPTO_BYTES_EXPECTED')
    assert.equal(sm3(new Uint8Array(0)).length, 32)
  })

  it('is refused over a buffer that was shrunk to before its end', () => {
    // The types of ES2023 know no buffer that changes its length.
    const buffer: ArrayBuffer = Reflect.construct(ArrayBuffer, [64, { maxByteLength: 64 }])
    const views = [new Uint8Array(buffer, 0, 48), new Uint8Array(buffer, 40)]
    const [whole, inside] = [new Uint8Array(buffer), new Uint8Array(buffer, 8, 8)]
    Reflect.apply(Reflect.get(buffer, 'resize'), buffer, [16])
    const { privateKey, publicKey } = generateSm2KeyPair()
    for (const view of views) {
      assert.equal(view.length, 0)
      throwsCode(() => sm3(view), 'CRYPTO_BYTES_EXPECTED')
      throwsCode(() => privateKey.sign(view), 'CRYPTO_BYTES_EXPECTED')
      throwsCode(() => publicKey.encrypt(view, how), 'CRYPTO_BYTES_EXPECTED')
    }
    for (const view of [whole, inside]) assert.deepEqual(sm3(view), sm3(new Uint8Array(view.length)))
  })
})
