import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  bytesToBase64,
  bytesToHex,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  type Sm2PrivateKeyInput,
} from '@nationec/crypto'
import { readPkcs8, writeBarePkcs8, writePkcs8, writeSpki } from '../asn1/key-documents.ts'
import { throwsCode, untyped } from '../fixtures/errors.ts'
import { hex, sm2Vectors } from '../fixtures/vectors.ts'
import { encryptedKeys, plainKeys } from '../keys/fixtures/key-files.ts'
import { LEAF } from '../keys/x509/fixtures/openssl-chain.ts'

const { privateKey: d, publicKey: q } = sm2Vectors
const p256 = '06082a8648ce3d030107'
const [sec1, bareSec1] = [`30770201010420${d}a00a06082a811ccf5501822da144034200${q}`, `30250201010420${d}`]
const pem = (label: string, digits: string): string =>
  `-----BEGIN ${label}-----\n${bytesToBase64(hex(digits))}\n-----END ${label}-----\n`
const privateOf = (input: Sm2PrivateKeyInput): string => importSm2PrivateKey(input).export('hex')
const told = (work: () => unknown): string => {
  const { message, details } = throwsCode(work, 'CRYPTO_KEY_INVALID')
  assert.ok(
    details.every(({ zh }) => /[\u4e00-\u9fff].*。$/.test(zh)),
    message,
  )
  // Kinds and lengths only: nothing of the key itself.
  for (const digits of [d, q.slice(2)]) assert.ok(!message.includes(digits.slice(0, 12)), message)
  return message
}
const privateTold = (text: string): string => told(() => importSm2PrivateKey({ format: 'pem', text }))
const publicTold = (text: string): string => told(() => importSm2PublicKey({ format: 'pem', text }))

describe('a private key in SEC1 form', () => {
  it('is read as OpenSSL writes it, with the curve or without, with the point or without', () => {
    const key = privateOf({ format: 'pem', text: plainKeys.pkcs8 })
    for (const text of [plainKeys.ecparam, plainKeys.ec, plainKeys.no_public])
      assert.equal(privateOf({ format: 'pem', text }), key)
    for (const label of ['EC PRIVATE KEY', 'SM2 PRIVATE KEY']) {
      for (const digits of [sec1, bareSec1]) assert.equal(privateOf({ format: 'pem', text: pem(label, digits) }), d)
      const parameters = pem('EC PARAMETERS', '06082a811ccf5501822d')
      assert.equal(privateOf({ format: 'pem', text: parameters + pem(label, sec1) }), d)
    }
  })

  it('is refused beside the parameters of another curve, and with another point', () => {
    assert.match(
      privateTold(pem('EC PARAMETERS', p256) + pem('EC PRIVATE KEY', bareSec1)),
      /parameters of another curve/,
    )
    const other = sec1.replace(q, generateSm2KeyPair().publicKey.export('hex'))
    assert.match(privateTold(pem('EC PRIVATE KEY', other)), /belongs to another key/)
  })
})

describe('a key document without PEM', () => {
  it('is read in Base64, as Java’s getEncoded is handed over, as hexadecimal and as bytes', () => {
    const point = hex(q)
    for (const bytes of [writePkcs8(hex(d), point), writeBarePkcs8(hex(d)), hex(sec1), hex(bareSec1)]) {
      const lines = bytesToBase64(bytes).replace(/.{76}/g, '$&\r\n')
      const inputs: Sm2PrivateKeyInput[] = [
        { format: 'base64', text: bytesToBase64(bytes) },
        { format: 'base64', text: lines },
        { format: 'hex', text: bytesToHex(bytes).toUpperCase() },
        { format: 'raw', bytes },
      ]
      for (const input of inputs) assert.equal(privateOf(input), d)
    }
    for (const bytes of [
      writeSpki(point),
      writeSpki(importSm2PublicKey({ format: 'hex', text: q }).export('raw', { compressed: true })),
    ]) {
      for (const input of [
        { format: 'base64', text: bytesToBase64(bytes) },
        { format: 'hex', text: bytesToHex(bytes) },
        { format: 'raw', bytes },
      ] as const) {
        assert.equal(importSm2PublicKey(input).export('hex'), q)
      }
    }
  })

  it('leaves the memory of the caller as it was', () => {
    const bytes = writePkcs8(hex(d), hex(q))
    importSm2PrivateKey({ format: 'raw', bytes })
    assert.equal(bytesToHex(readPkcs8(bytes)?.scalar ?? bytes), d)
  })
})

describe('PEM', () => {
  const forms = (text: string): string[] => {
    const lines = text.trim().split('\n')
    return [
      lines.map((line) => `      ${line}`).join('\n'),
      lines.map((line) => `${line} \t`).join('\n'),
      lines.join(' '),
      lines.join(''),
      lines.join('\\n'),
      `"${lines.join('\\r\\n')}\\n"`,
      lines.join('\r'),
      `\ufeff${lines.join('\r\n')}`,
      `Bag Attributes\n    localKeyID: 01 \nKey Attributes: <No Attributes>\n${text}`,
    ]
  }

  it('is read indented, on one line, with \\n spelt out, with blanks, and below attributes', () => {
    const key = importSm2PrivateKey({ format: 'hex', text: d })
    for (const text of forms(key.export('pem'))) assert.equal(privateOf({ format: 'pem', text }), d, text)
    for (const text of forms(pem('EC PRIVATE KEY', sec1))) assert.equal(privateOf({ format: 'pem', text }), d, text)
    for (const text of forms(key.publicKey.export('pem'))) {
      assert.equal(importSm2PublicKey({ format: 'pem', text }).export('hex'), q, text)
    }
  })

  it('may hold the certificate of the key too, and not a second key', () => {
    const key = importSm2PrivateKey({ format: 'hex', text: d })
    assert.equal(privateOf({ format: 'pem', text: `${LEAF}${key.export('pem')}` }), d)
    assert.match(privateTold(key.export('pem') + pem('EC PRIVATE KEY', sec1)), /Found: 2 keys/)
  })
})

describe('a JWK', () => {
  it('is read under the curve’s own name too', () => {
    const key = importSm2PrivateKey({ format: 'hex', text: d })
    const jwk = { ...key.export('jwk'), crv: 'sm2p256v1' } as const
    assert.equal(privateOf({ format: 'jwk', jwk }), d)
    assert.equal(importSm2PublicKey({ format: 'jwk', jwk }).export('hex'), q)
    assert.match(
      told(() => importSm2PublicKey({ format: 'jwk', jwk: untyped({ ...jwk, crv: 'P-256' }) })),
      /JWK of another/,
    )
  })
})

describe('what is no SM2 key', () => {
  it('is named by the block that was found', () => {
    const key = importSm2PrivateKey({ format: 'hex', text: d })
    const [encrypted = ''] = Object.values(encryptedKeys)
    const old = pem('EC PRIVATE KEY', sec1).replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n')
    const cases = [
      [encrypted, /an encrypted private key, which decryptSm2PrivateKey/],
      [LEAF, /a certificate, which readSm2Certificates/],
      [key.publicKey.export('pem'), /a block PUBLIC KEY with an SM2 public key/],
      [pem('RSA PRIVATE KEY', '3000'), /an RSA private key/],
      [pem('OPENSSH PRIVATE KEY', '00'), /OpenSSH/],
      [
        pem('PRIVATE KEY', `3041020100301306072a8648ce3d0201${p256}042730250201010420${d}`),
        /a P-256 private key in PKCS#8/,
      ],
      [pem('PRIVATE KEY', '3014020100300d06092a864886f70d01010105000400'), /an RSA private key in PKCS#8/],
      [pem('PRIVATE KEY', '3010020100300506032b657004040402abcd'), /an Ed25519 private key/],
      [pem('PRIVATE KEY', '3018020100301006072a8648ce3d02013005020101300004010a'), /EC \(explicit curve parameters\)/],
      [pem('PRIVATE KEY', '300b020100300406022a030400'), /\(1\.2\.3\) private key/],
      [pem('EC PRIVATE KEY', `30310201010420${d}a00a${p256}`), /a P-256 private key in SEC1 form/],
      [
        pem('EC PRIVATE KEY', `3030020101041f${d.slice(2)}a00a06082a811ccf5501822d`),
        /an SM2 private key of 31 bytes in place of 32/,
      ],
      [pem('PRIVATE KEY', sec1), /an SM2 private key in SEC1 form/],
      [old, /encrypted in the old way/],
      ['-----BEGIN PRIVATE KEY-----\n*\n-----END PRIVATE KEY-----', /a block PRIVATE KEY that is no Base64/],
      [key.export('pem').replace(/-----END.*/, ''), /PEM without its last line/],
      [d, /hexadecimal digits without PEM/],
      [bytesToBase64(hex(sec1)), /Base64 without PEM/],
      ['{"kty":"EC"}', /a JSON text/],
      [' ', /an empty text/],
      ['secret!', /a text that is no PEM/],
    ] as const
    for (const [text, found] of cases) assert.match(privateTold(text), found)
    assert.match(publicTold(key.export('pem')), /a block PRIVATE KEY with an SM2 private key in PKCS#8/)
    assert.match(publicTold(LEAF), /a certificate, which readSm2Certificates/)
  })

  it('is named by the bytes that were found', () => {
    const cases = [
      [q, /the point of a public key/],
      [bytesToHex(writeSpki(hex(q))), /an SM2 public key \(SPKI\)/],
      [`feedfeed${'00'.repeat(40)}`, /a Java keystore/],
      ['3028020103302306092a864886f70d010701a01604140000000000000000000000000000000000000000', /a PKCS#12 file/],
      [
        '302d0201013028060a2a811ccf55060104020106082a811ccf55016802041000000000000000000000000000000000',
        /a CFCA \.sm2 file/,
      ],
      ['07'.repeat(50), /50 bytes that are no key document/],
    ] as const
    for (const [text, found] of cases)
      assert.match(
        told(() => importSm2PrivateKey({ format: 'hex', text })),
        found,
      )
    assert.match(
      told(() => importSm2PublicKey({ format: 'hex', text: d })),
      /a private key has/,
    )
    const pkcs8 = bytesToBase64(writePkcs8(hex(d), hex(q)))
    assert.match(
      told(() => importSm2PublicKey({ format: 'base64', text: pkcs8 })),
      /an SM2 private key in PKCS#8/,
    )
  })
})
