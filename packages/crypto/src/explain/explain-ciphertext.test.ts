import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  bytesToBase64,
  bytesToHex,
  createSm4Key,
  explainCiphertext,
  generateSm2KeyPair,
  type Sm2CiphertextFormat,
} from '@nationec/crypto'
import { throwsCode, untyped } from '../fixtures/errors.ts'
import { hex, utf8 } from '../fixtures/vectors.ts'

const json = utf8('{"payOrdId":"ORD1","note":"医保"}')

describe('an SM2 ciphertext', () => {
  const { privateKey, publicKey } = generateSm2KeyPair()

  it('is told by order, prefix and encoding', () => {
    const formats: readonly Sm2CiphertextFormat[] = [
      { format: 'C1C3C2', prefix04: true },
      { format: 'C1C3C2', prefix04: false },
      { format: 'C1C2C3', prefix04: true },
      { format: 'C1C2C3', prefix04: false },
      { format: 'asn1' },
    ]
    for (const how of formats) {
      const bytes = publicKey.encrypt(json, how)
      for (const [ciphertext, encoding] of [
        [bytes, 'bytes'],
        [bytesToHex(bytes).toUpperCase(), 'hex'],
        [bytesToBase64(bytes), 'base64'],
      ] as const) {
        const { variants, steps } = explainCiphertext({ ciphertext, privateKey })
        assert.equal(variants.length, 1)
        assert.deepEqual(variants[0]?.how, how)
        assert.equal(variants[0]?.encoding, encoding)
        assert.ok(steps.every(({ fits }) => fits))
        if (variants[0]?.how !== undefined) assert.deepEqual(privateKey.decrypt(bytes, variants[0].how), json)
      }
    }
  })

  it('with the parts of ASN.1 in the wrong order is recognised, although nothing here decrypts it', () => {
    for (const message of [json, new Uint8Array(1), new Uint8Array(120)]) {
      const bytes = publicKey.encrypt(message, { format: 'C1C2C3', prefix04: false })
      const [x, y] = [bytes.subarray(0, 32), bytes.subarray(32, 64)].map((half) =>
        (half[0] ?? 0) >= 0x80 ? `022100${bytesToHex(half)}` : `0220${bytesToHex(half)}`,
      )
      const length = message.length.toString(16).padStart(2, '0')
      const inner = `${x}${y}04${length}${bytesToHex(bytes.subarray(64, -32))}0420${bytesToHex(bytes.subarray(-32))}`
      const size = inner.length / 2
      const header =
        size < 128
          ? size.toString(16)
          : size < 256
            ? `81${size.toString(16)}`
            : `82${size.toString(16).padStart(4, '0')}`
      const { variants } = explainCiphertext({ ciphertext: `30${header}${inner}`, privateKey })
      assert.equal(variants.length, 1)
      assert.equal(variants[0]?.how, undefined)
    }
  })

  it('says which step differs first', () => {
    const bytes = publicKey.encrypt(json, { format: 'C1C3C2', prefix04: false })
    const step = (ciphertext: Uint8Array | string, key = privateKey): string | undefined => {
      const { variants, steps } = explainCiphertext({ ciphertext, privateKey: key })
      assert.deepEqual(variants, [])
      assert.equal(steps.at(-1)?.fits, false)
      return steps.at(-1)?.step
    }
    assert.equal(step('no ciphertext!'), 'encoding')
    assert.equal(step(new Uint8Array(200)), 'form')
    assert.equal(step(bytes.subarray(1)), 'form')
    assert.equal(step(bytes.subarray(0, -1)), 'key')
    assert.equal(step(bytes, generateSm2KeyPair().privateKey), 'key')
  })
})

describe('an SM2 ciphertext in a form that decrypt does not take', () => {
  it('is told: C1 compressed or hybrid, in both orders', () => {
    const { privateKey, publicKey } = generateSm2KeyPair()
    for (const format of ['C1C3C2', 'C1C2C3'] as const) {
      for (let count = 0; count < 4; count += 1) {
        const bytes = publicKey.encrypt(json, { format, prefix04: false })
        const odd = (bytes[63] ?? 0) & 1
        const compressed = Uint8Array.from([2 + odd, ...bytes.subarray(0, 32), ...bytes.subarray(64)])
        const hybrid = Uint8Array.from([6 + odd, ...bytes])
        for (const [ciphertext, what] of [
          [compressed, /compressed/],
          [hybrid, /hybrid/],
        ] as const) {
          const { variants, text } = explainCiphertext({ ciphertext: bytesToHex(ciphertext), privateKey })
          assert.equal(variants.length, 1)
          assert.deepEqual([variants[0]?.how, variants[0]?.encoding], [undefined, 'hex'])
          assert.match(text.en, what)
          assert.ok(text.en.includes(format))
        }
        const other = generateSm2KeyPair().privateKey
        assert.equal(explainCiphertext({ ciphertext: compressed, privateKey: other }).steps.at(-1)?.step, 'key')
      }
    }
  })
})

describe('an SM4 ciphertext', () => {
  const secret = '0123456789ABCDEFFEDCBA9876543210'
  const [iv, zero] = [hex('00112233445566778899aabbccddeeff'), new Uint8Array(16)]

  it('is told by what the key is', () => {
    const cases = [
      ['hex', hex(secret), secret],
      ['ascii-first-16', utf8(secret.slice(0, 16)), secret],
      ['ascii-first-16-lower', utf8(secret.slice(0, 16).toLowerCase()), secret],
      ['ascii-last-16', utf8(secret.slice(16)), secret],
      ['ascii', utf8('sixteen letters!'), 'sixteen letters!'],
      ['base64', hex(secret), bytesToBase64(hex(secret))],
      ['bytes', hex(secret), hex(secret)],
    ] as const
    for (const [form, key, sm4Key] of cases) {
      const ciphertext = bytesToHex(createSm4Key(key).encrypt(json, { mode: 'ecb' }))
      const [variant] = explainCiphertext({ ciphertext, sm4Key }).variants
      assert.deepEqual([variant?.key, variant?.mode, variant?.padding], [form, 'ecb', 'pkcs7'])
      assert.equal(variant?.certainty, 'likely')
    }
  })

  it('is told by mode, padding and iv', () => {
    const key = createSm4Key(hex(secret))
    const filled = Uint8Array.from([...json, ...new Uint8Array(16 - (json.length % 16))])
    const cases = [
      ['cbc', 'pkcs7', 'given', key.encrypt(json, { mode: 'cbc', iv })],
      ['cbc', 'pkcs7', 'zero', key.encrypt(json, { mode: 'cbc', iv: zero })],
      ['cbc', 'pkcs7', 'key', key.encrypt(json, { mode: 'cbc', iv: hex(secret) })],
      ['ctr', undefined, 'given', key.encrypt(json, { mode: 'ctr', counter: iv })],
      ['ecb', 'zero', undefined, key.encrypt(filled, { mode: 'ecb', padding: 'none' })],
      ['cbc', 'zero', 'given', key.encrypt(filled, { mode: 'cbc', iv, padding: 'none' })],
      ['ecb', 'none', undefined, key.encrypt(utf8('x'.repeat(32)), { mode: 'ecb', padding: 'none' })],
    ] as const
    for (const [mode, padding, used, ciphertext] of cases) {
      const [variant] = explainCiphertext({ ciphertext, sm4Key: secret, iv }).variants
      assert.deepEqual([variant?.mode, variant?.padding, variant?.iv], [mode, padding, used])
    }
  })

  it('is proved by a tag or by a known plaintext', () => {
    const key = createSm4Key(hex(secret))
    const nonce = iv.subarray(0, 12)
    for (const mode of ['gcm', 'ccm'] as const) {
      const { ciphertext, tag } = key.seal(json, { mode, nonce })
      const apart = explainCiphertext({ ciphertext, sm4Key: secret, nonce, tag }).variants[0]
      assert.deepEqual([apart?.mode, apart?.tag, apart?.certainty], [mode, 'given', 'certain'])
      const behind = Uint8Array.from([...ciphertext, ...tag])
      const appended = explainCiphertext({ ciphertext: behind, sm4Key: secret, nonce }).variants[0]
      assert.deepEqual([appended?.mode, appended?.tag, appended?.certainty], [mode, 'appended', 'certain'])
    }
    const bytes = Uint8Array.from({ length: 40 }, (_, index) => index * 11)
    const ciphertext = key.encrypt(bytes, { mode: 'cbc', iv })
    const { variants } = explainCiphertext({ ciphertext, sm4Key: secret, iv, plaintext: bytes })
    assert.deepEqual(
      variants.map(({ certainty, mode }) => [certainty, mode]),
      [['certain', 'cbc']],
    )
  })

  it('is told by an iv or a nonce in front, as Java programs and gmsm lay it', () => {
    const key = createSm4Key(hex(secret))
    const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
    const [cbc, ctr] = [key.encrypt(json, { mode: 'cbc', iv }), key.encrypt(json, { mode: 'ctr', counter: iv })]
    for (const [mode, ciphertext] of [
      ['cbc', join(iv, cbc)],
      ['ctr', join(iv, ctr)],
    ] as const) {
      const [variant] = explainCiphertext({ ciphertext: bytesToBase64(ciphertext), sm4Key: secret }).variants
      assert.deepEqual([variant?.mode, variant?.iv, variant?.certainty], [mode, 'in front', 'likely'])
    }
    for (const mode of ['gcm', 'ccm'] as const) {
      const nonce = iv.subarray(0, 12)
      const { ciphertext, tag } = key.seal(json, { mode, nonce })
      for (const [place, bytes] of [
        ['appended', join(nonce, ciphertext, tag)],
        ['in front', join(nonce, tag, ciphertext)],
      ] as const) {
        const [variant] = explainCiphertext({ ciphertext: bytes, sm4Key: secret }).variants
        assert.deepEqual(
          [variant?.mode, variant?.nonce, variant?.tag, variant?.certainty],
          [mode, 'in front', place, 'certain'],
        )
      }
      const apart = explainCiphertext({ ciphertext: join(nonce, ciphertext), sm4Key: secret, tag }).variants[0]
      assert.deepEqual([apart?.mode, apart?.nonce, apart?.tag], [mode, 'in front', 'given'])
    }
  })

  it('is not said to have its iv in front when only the iv is another one', () => {
    const key = createSm4Key(hex(secret))
    const plain = utf8('a text that is no JSON and has a few blocks of sixteen')
    for (const used of [zero, iv, utf8('another iv, here')]) {
      const ciphertext = key.encrypt(plain, { mode: 'cbc', iv: used })
      const { variants } = explainCiphertext({ ciphertext, sm4Key: secret })
      assert.deepEqual(
        variants.filter((variant) => variant.iv === 'in front' && variant.certainty !== 'possible'),
        [],
      )
      const doubtful = variants.find((variant) => variant.iv === 'in front')
      assert.match(doubtful?.text.en ?? '', /or the iv is another one/)
      assert.equal(variants[0]?.iv, used === zero ? 'zero' : variants[0]?.iv)
    }
  })

  it('says which step differs first, and shows neither key nor plaintext', () => {
    const key = createSm4Key(hex(secret))
    const ciphertext = key.encrypt(json, { mode: 'ecb' })
    const step = (input: Parameters<typeof explainCiphertext>[0]): string | undefined => {
      const { steps, variants } = explainCiphertext(input as never)
      assert.deepEqual(variants, [])
      return steps.at(-1)?.step
    }
    assert.equal(step({ ciphertext: '?', sm4Key: secret }), 'encoding')
    assert.equal(step({ ciphertext, sm4Key: 'too short' }), 'key')
    assert.equal(step({ ciphertext: ciphertext.subarray(1), sm4Key: secret }), 'form')
    assert.equal(step({ ciphertext, sm4Key: new Uint8Array(16) }), 'decryption')
    const told = JSON.stringify(explainCiphertext({ ciphertext, sm4Key: secret }))
    assert.equal(/payOrdId|ORD1|医保"|0123456789/i.test(told), false)
    throwsCode(() => explainCiphertext(untyped({ ciphertext })), 'CRYPTO_OPTION_INVALID')
  })
})
