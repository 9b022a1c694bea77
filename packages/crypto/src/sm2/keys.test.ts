import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  base64ToBytes,
  bytesToBase64,
  bytesToHex,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  type Sm2PrivateKeyInput,
  type Sm2PublicKeyInput,
} from '@nationec/crypto'
import { throwsCode, untyped } from '../fixtures/errors.ts'
import { bytes32, hex, N, P, sm2Vectors } from '../fixtures/vectors.ts'

const { privateKey: d, publicKey: q } = sm2Vectors
const x = q.slice(2, 66)
const raw = (bytes: Uint8Array) => ({ format: 'raw', bytes }) as const
const privateOf = (text: string): Sm2PrivateKeyInput => ({ format: 'hex', text })
const publicOf = (text: string): Sm2PublicKeyInput => ({ format: 'hex', text })
const pem = (label: string, text: string): string =>
  `-----BEGIN ${label}-----\n${bytesToBase64(hex(text))}\n-----END ${label}-----\n`

describe('a private key', () => {
  const key = importSm2PrivateKey(privateOf(d))

  it('is read from 32 bytes and from 33 with 00 in front, raw and as text', () => {
    const bytes = hex(d)
    const inputs: Sm2PrivateKeyInput[] = [
      raw(bytes),
      raw(Uint8Array.from([0, ...bytes])),
      privateOf(d.toUpperCase()),
      privateOf(`00${d}`),
      { format: 'base64', text: bytesToBase64(bytes) },
      { format: 'base64', text: bytesToBase64(Uint8Array.from([0, ...bytes])) },
    ]
    for (const input of inputs) assert.equal(importSm2PrivateKey(input).export('hex'), d)
  })

  it('is read without its leading zeros, as a number of Java is written', () => {
    for (const zeros of [1, 2]) {
      const digits = `${'00'.repeat(zeros)}${d.slice(2 * zeros)}`
      const whole = importSm2PrivateKey(privateOf(digits))
      const short = hex(digits.slice(2 * zeros))
      assert.equal(short.length, 32 - zeros)
      const inputs: Sm2PrivateKeyInput[] = [
        raw(short),
        privateOf(digits.slice(2 * zeros)),
        { format: 'base64', text: bytesToBase64(short) },
      ]
      for (const input of inputs) {
        const read = importSm2PrivateKey(input)
        assert.equal(read.export('hex'), digits)
        assert.equal(read.publicKey.export('hex'), whole.publicKey.export('hex'))
      }
    }
    for (const zeros of [1, 3, 5]) {
      const digits = `${'0'.repeat(zeros)}${d.slice(zeros)}`
      assert.equal(importSm2PrivateKey(privateOf(digits.slice(zeros))).export('hex'), digits)
    }
  })

  it('comes back from every form that it is exported to', () => {
    for (const { privateKey } of [{ privateKey: key }, generateSm2KeyPair(), generateSm2KeyPair()]) {
      const inputs: Sm2PrivateKeyInput[] = [
        raw(privateKey.export('raw')),
        { format: 'hex', text: privateKey.export('hex') },
        { format: 'base64', text: privateKey.export('base64') },
        { format: 'pem', text: privateKey.export('pem') },
        { format: 'pem', text: `\n${privateKey.export('pem').replaceAll('\n', '\r\n')}` },
        { format: 'jwk', jwk: privateKey.export('jwk') },
      ]
      for (const input of inputs) assert.equal(importSm2PrivateKey(input).export('hex'), privateKey.export('hex'))
    }
  })

  it('is exported as OpenSSL writes it', () => {
    const inner = `306b0201010420${d}a144034200${q}`
    const expected = `308187020100301306072a8648ce3d020106082a811ccf5501822d046d${inner}`
    assert.equal(key.export('pem').replaceAll('\n', ''), pem('PRIVATE KEY', expected).replaceAll('\n', ''))
  })

  it('is read from PKCS#8 without the public key, and with the curve named inside', () => {
    const without = `3041020100301306072a8648ce3d020106082a811ccf5501822d042730250201010420${d}`
    const named = `304d020100301306072a8648ce3d020106082a811ccf5501822d0433303102010104 20${d}a00a06082a811ccf5501822d`
    for (const text of [without, named.replace(' ', '')]) {
      assert.equal(importSm2PrivateKey({ format: 'pem', text: pem('PRIVATE KEY', text) }).export('hex'), d)
    }
  })

  it('lies between 1 and n − 2', () => {
    for (const scalar of [1n, N - 2n]) importSm2PrivateKey(raw(bytes32(scalar)))
    for (const scalar of [0n, N - 1n, N, N + 1n, (1n << 256n) - 1n]) {
      throwsCode(() => importSm2PrivateKey(raw(bytes32(scalar))), 'CRYPTO_KEY_INVALID', String(scalar))
    }
  })

  it('has no other length, and no other byte than 00 in front', () => {
    for (const length of [0, 1, 29, 34, 64]) {
      throwsCode(() => importSm2PrivateKey(raw(new Uint8Array(length).fill(1))), 'CRYPTO_KEY_INVALID', `${length}`)
    }
    throwsCode(() => importSm2PrivateKey(raw(new Uint8Array(33).fill(1))), 'CRYPTO_KEY_INVALID')
  })

  it('is not made of text that is not in the named encoding', () => {
    for (const text of ['zz', `${d.slice(2)}zz`, ` ${d}`, d.slice(7), `${d}0`, `0x${d}`, '']) {
      const code = text === '' ? 'CRYPTO_KEY_INVALID' : 'CRYPTO_ENCODING_INVALID'
      throwsCode(() => importSm2PrivateKey(privateOf(text)), code, text)
    }
    throwsCode(() => importSm2PrivateKey({ format: 'base64', text: 'not base64' }), 'CRYPTO_ENCODING_INVALID')
    for (const input of [untyped({ format: 'hex' }), untyped({ format: 'pem', text: 5 })]) {
      throwsCode(() => importSm2PrivateKey(input), 'CRYPTO_OPTION_INVALID')
    }
    throwsCode(() => importSm2PrivateKey(untyped({ format: 'raw', bytes: d })), 'CRYPTO_BYTES_EXPECTED')
    for (const input of [undefined, null, {}, d, { format: 'HEX', text: d }, { format: 'der', bytes: hex(d) }]) {
      throwsCode(() => importSm2PrivateKey(untyped(input)), 'CRYPTO_OPTION_INVALID')
    }
  })

  it('is refused beside a public key that is another one', () => {
    const other = generateSm2KeyPair()
    const jwk = { ...other.publicKey.export('jwk'), d: key.export('jwk').d }
    throwsCode(() => importSm2PrivateKey({ format: 'jwk', jwk }), 'CRYPTO_KEY_INVALID')
    const inner = `306b0201010420${d}a144034200${other.publicKey.export('hex')}`
    const text = pem('PRIVATE KEY', `308187020100301306072a8648ce3d020106082a811ccf5501822d046d${inner}`)
    throwsCode(() => importSm2PrivateKey({ format: 'pem', text }), 'CRYPTO_KEY_INVALID')
  })

  it('is refused in documents of other kinds', () => {
    const good = key.export('pem')
    const wrong = [
      '',
      'PRIVATE KEY',
      good.replaceAll('PRIVATE KEY', 'EC PRIVATE KEY'),
      good.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'),
      key.publicKey.export('pem'),
      good + good,
      good.replace('-----END PRIVATE KEY-----', ''),
      // NIST P-256 in place of SM2
      pem('PRIVATE KEY', `3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420${d}`),
      // version 1, version 256, a short scalar, bytes left over
      pem('PRIVATE KEY', `3041020101301306072a8648ce3d020106082a811ccf5501822d042730250201010420${d}`),
      pem('PRIVATE KEY', `304202020100301306072a8648ce3d020106082a811ccf5501822d042730250201010420${d}`),
      pem('PRIVATE KEY', `3040020100301306072a8648ce3d020106082a811ccf5501822d04263024020101041f${d.slice(2)}`),
      pem('PRIVATE KEY', `3041020100301306072a8648ce3d020106082a811ccf5501822d042730250201010420${d}00`),
    ]
    for (const text of wrong) throwsCode(() => importSm2PrivateKey({ format: 'pem', text }), 'CRYPTO_KEY_INVALID', text)
    for (const change of [{ kty: 'OKP' }, { crv: 'P-256' }, { d: 'AQ' }]) {
      const jwk = untyped({ ...key.export('jwk'), ...change })
      throwsCode(() => importSm2PrivateKey({ format: 'jwk', jwk }), 'CRYPTO_KEY_INVALID', JSON.stringify(change))
    }
    const padded = { ...key.export('jwk'), d: `${key.export('jwk').d}=` }
    throwsCode(() => importSm2PrivateKey({ format: 'jwk', jwk: padded }), 'CRYPTO_ENCODING_INVALID')
    for (const jwk of [undefined, null, 5]) {
      throwsCode(() => importSm2PrivateKey({ format: 'jwk', jwk: untyped(jwk) }), 'CRYPTO_KEY_INVALID')
    }
  })

  it('knows five forms', () => {
    for (const format of ['der', 'RAW', 'toString', '__proto__', undefined]) {
      throwsCode(() => key.export(untyped(format)), 'CRYPTO_OPTION_INVALID', String(format))
      throwsCode(() => key.publicKey.export(untyped(format)), 'CRYPTO_OPTION_INVALID', String(format))
    }
    throwsCode(() => key.publicKey.export('jwk', { compressed: true }), 'CRYPTO_OPTION_INVALID')
    for (const compressed of ['no', 0, null]) {
      throwsCode(() => key.publicKey.export('hex', { compressed: untyped(compressed) }), 'CRYPTO_OPTION_INVALID')
    }
  })

  it('takes options as an object, and a random source as a function', () => {
    for (const options of [null, 'fast', 5, { random: 'system' }, { random: null }]) {
      throwsCode(() => generateSm2KeyPair(untyped(options)), 'CRYPTO_OPTION_INVALID', String(options))
      throwsCode(() => importSm2PrivateKey(privateOf(d), untyped(options)), 'CRYPTO_OPTION_INVALID', String(options))
      throwsCode(() => importSm2PublicKey(publicOf(q), untyped(options)), 'CRYPTO_OPTION_INVALID', String(options))
    }
  })

  it('is refused when any one byte of its document is another', () => {
    const text = key.publicKey.export('pem')
    const document = base64ToBytes(text.split('\n').slice(1, -2).join(''))
    for (const [at, byte] of document.entries()) {
      for (const other of [0, 0x30, 0x80, 0xff, byte ^ 1, byte ^ 0x20].filter((value) => value !== byte)) {
        const changed = pem('PUBLIC KEY', bytesToHex(document.with(at, other)))
        throwsCode(() => importSm2PublicKey({ format: 'pem', text: changed }), 'CRYPTO_KEY_INVALID', `${at}`)
      }
    }
  })
})

describe('a public key', () => {
  const key = importSm2PublicKey(publicOf(q))

  it('is read from 65, 64 and 33 bytes, and comes back from every form', () => {
    const inputs: Sm2PublicKeyInput[] = [
      raw(hex(q)),
      raw(hex(q.slice(2))),
      publicOf(`03${x}`),
      publicOf(q.toUpperCase()),
      { format: 'base64', text: key.export('base64') },
      { format: 'base64', text: key.export('base64', { compressed: true }) },
      { format: 'pem', text: key.export('pem') },
      { format: 'pem', text: key.export('pem', { compressed: true }) },
      { format: 'jwk', jwk: key.export('jwk') },
    ]
    for (const input of inputs) assert.equal(importSm2PublicKey(input).export('hex'), q)
    assert.equal(key.export('hex', { compressed: true }), `03${x}`)
  })

  it('is decompressed to the right one of two points', () => {
    for (let count = 0; count < 20; count += 1) {
      const { publicKey } = generateSm2KeyPair()
      const bytes = publicKey.export('raw', { compressed: true })
      assert.equal(importSm2PublicKey(raw(bytes)).export('hex'), publicKey.export('hex'))
      const other = bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte))
      const negative = importSm2PublicKey(raw(other)).export('raw')
      const y = BigInt(`0x${bytesToHex(publicKey.export('raw').subarray(33))}`)
      assert.equal(bytesToHex(negative.subarray(33)), bytesToHex(bytes32(P - y)))
    }
  })

  it('is a point of the curve with coordinates below p, and not infinity', () => {
    const y = q.slice(66)
    const wrong = [
      `04${x}${bytesToHex(bytes32(5n))}`,
      `04${y}${x}`,
      `04${bytesToHex(bytes32(P))}${y}`,
      `04${x}${bytesToHex(bytes32(P))}`,
      '00',
      '',
      '04',
      `04${'0'.repeat(128)}`,
      '0'.repeat(128),
      `00${q.slice(2)}`,
      `05${q.slice(2)}`,
      `06${q.slice(2)}`,
      `07${q.slice(2)}`,
      `02${bytesToHex(bytes32(P))}`,
      `02${bytesToHex(bytes32(P + 1n))}`,
      `04${x}`,
      `01${x}`,
      `${q}00`,
      q.slice(0, -2),
    ]
    for (const text of wrong) throwsCode(() => importSm2PublicKey(publicOf(text)), 'CRYPTO_KEY_INVALID', text)
  })

  it('with x that belongs to no point is refused compressed', () => {
    const results = Array.from({ length: 40 }, (_, index) => {
      try {
        return importSm2PublicKey(publicOf(`02${bytesToHex(bytes32(BigInt(index)))}`))
      } catch (error) {
        return error
      }
    })
    assert.ok(results.some((result) => result instanceof Error))
    assert.ok(results.some((result) => !(result instanceof Error)))
  })

  it('with x that is p or more is refused, although x − p would be on the curve', () => {
    // Whoever reduces first takes the point with the smallest x there is.
    for (let small = 0n; small < 20n; small += 1n) {
      for (const prefix of ['02', '03']) {
        throwsCode(
          () => importSm2PublicKey(publicOf(prefix + bytesToHex(bytes32(P + small)))),
          'CRYPTO_KEY_INVALID',
          String(small),
        )
      }
    }
  })

  it('is refused in documents of other kinds', () => {
    const good = key.export('pem')
    const wrong = [
      good.replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY'),
      good.replace('MFkw', 'MFgw'),
      pem('PUBLIC KEY', `3059301306072a8648ce3d020106082a8648ce3d030107034200${q}`),
      pem('PUBLIC KEY', `3059301306072a8648ce3d020106082a811ccf5501822d034201${q}`),
      pem('PUBLIC KEY', `3059301306072a8648ce3d020106082a811ccf5501822d034200${q}00`),
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    ]
    for (const text of wrong) throwsCode(() => importSm2PublicKey({ format: 'pem', text }), 'CRYPTO_KEY_INVALID', text)
    const long = { ...key.export('jwk'), x: `${key.export('jwk').x}A` }
    throwsCode(() => importSm2PublicKey({ format: 'jwk', jwk: long }), 'CRYPTO_KEY_INVALID')
  })
})
