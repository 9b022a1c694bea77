// @everyday node
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { generateSm2KeyPair } from '@nationec/crypto/sm2'
import { inFolder } from './fixtures/program.ts'
import type { DocumentFrame } from './signed/document-frame.ts'
import { keepDocument, keptDocument } from './signed/document-marks.ts'
import { readPlace } from './signed/document-place.ts'
import { openDocument, reopenDocument } from './signed/open-document.ts'
import { signDocument } from './signed/sign-document.ts'
import { readSigner, readVerifier } from './signed/signing-keys.ts'

const NOW = Date.parse('2026-05-01T00:00:00Z')

const document: DocumentFrame = {
  kind: 'settings',
  sequence: 7,
  issuedAt: '2026-04-30T00:00:00Z',
  expiresAt: '2026-06-01T00:00:00Z',
  content: { refundLimit: '500.00', origins: ['https://his.example'], 名称: '一号窗口' },
}

function pair(algorithm: string): { readonly privateKey: string; readonly publicKey: string } {
  if (algorithm === 'sm2') {
    const { privateKey, publicKey } = generateSm2KeyPair()
    return { privateKey: privateKey.export('pem'), publicKey: publicKey.export('pem') }
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
  }
}

const keys = { sm2: pair('sm2'), ed25519: pair('ed25519') }
const options = {
  kind: 'settings',
  verifier: readVerifier(keys.sm2.publicKey),
  now: NOW,
  last: undefined,
} as const
const signed = (changed: Partial<DocumentFrame> = {}, key = keys.sm2.privateKey) =>
  signDocument({ ...document, ...changed }, readSigner(key))

for (const algorithm of ['sm2', 'ed25519'] as const) {
  describe(`a document signed with ${algorithm}`, () => {
    const signer = readSigner(keys[algorithm].privateKey)
    const verifier = readVerifier(keys[algorithm].publicKey)
    const texts = signDocument(document, signer)

    it('is opened, however its text is laid out', () => {
      assert.equal(signer.keyId, verifier.keyId)
      assert.equal(signer.algorithm, algorithm)
      const reversed = Object.fromEntries(Object.entries(document).reverse())
      for (const text of [texts.text, texts.text.replaceAll('\n', '\r\n'), JSON.stringify(reversed)])
        assert.deepEqual(openDocument({ ...texts, text }, { ...options, verifier }).document, document)
    })

    it('is refused when a letter of it or its signature differs', () => {
      const others = [
        { ...texts, text: texts.text.replace('500.00', '900.00') },
        { ...texts, text: texts.text.replace('"sequence": 7', '"sequence": 8') },
        { ...texts, signature: signed({ sequence: 9 }, keys[algorithm].privateKey).signature },
        { ...texts, signature: '' },
        { ...texts, signature: '{"algorithm":"none","key":"","signature":""}' },
      ]
      for (const other of others)
        assert.throws(() => openDocument(other, { ...options, verifier }), { code: 'DOCUMENT_UNSIGNED' })
    })

    it('is refused under another key, of either algorithm', () => {
      for (const other of [pair('sm2'), pair('ed25519')]) {
        const against = { ...options, verifier: readVerifier(other.publicKey) }
        assert.throws(() => openDocument(texts, against), { code: 'DOCUMENT_UNSIGNED' })
      }
    })
  })
}

it('a document holds from its issue to its end; a copy that was taken stays in force', () => {
  for (const [now, code] of [
    [Date.parse(document.issuedAt) - 3_600_000, 'DOCUMENT_EXPIRED'],
    [Date.parse(document.expiresAt), 'DOCUMENT_EXPIRED'],
  ] as const)
    assert.throws(() => openDocument(signed(), { ...options, now }), { code })
  const later = { ...options, now: Date.parse(document.expiresAt) }
  assert.equal(reopenDocument(signed(), later).expired, true)
  assert.equal(reopenDocument(signed(), options).expired, false)
})

it('an older document and another one with the same number are refused, the same one is not', () => {
  const { mark } = openDocument(signed(), options)
  assert.equal(openDocument(signed(), { ...options, last: mark }).mark.sequence, 7)
  assert.equal(openDocument(signed({ sequence: 8 }), { ...options, last: mark }).mark.sequence, 8)
  for (const changed of [{ sequence: 6 }, { content: { refundLimit: '9.00' } }])
    assert.throws(() => openDocument(signed(changed), { ...options, last: mark }), { code: 'DOCUMENT_OLDER' })
})

it('what is no document of the kind is refused, also when it is signed', () => {
  assert.throws(() => openDocument(signed({ kind: 'release' }), options), { code: 'DOCUMENT_INVALID' })
  const { text, signature } = signed()
  for (const wrong of [
    '',
    '[]',
    '{',
    text.replace('"kind"', '"sort"'),
    text.replace('"kind"', '"content": {}, "kind"'),
  ])
    assert.throws(() => openDocument({ text: wrong, signature }, options), { code: 'DOCUMENT_INVALID' })
})

it('a key is taken for what it is and never quoted', () => {
  const rsa = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const others = [
    '',
    'secret words',
    String(rsa.publicKey.export({ type: 'spki', format: 'pem' })),
    keys.ed25519.privateKey,
    keys.sm2.privateKey,
  ]
  for (const text of others) {
    assert.throws(
      () => readVerifier(text),
      (error: Error & { code?: string }) => {
        assert.equal(error.code, 'DOCUMENT_KEY_INVALID')
        assert.ok(text === '' || !error.message.includes(text.slice(0, 30)))
        return true
      },
    )
  }
  assert.throws(() => readSigner(keys.ed25519.publicKey), { code: 'DOCUMENT_KEY_INVALID' })
})

it('a folder and an address serve the same document; a copy is kept', async () => {
  await inFolder(async (folder) => {
    const texts = signed()
    await mkdir(join(folder, 'central'))
    await writeFile(join(folder, 'central', 'settings.json'), texts.text)
    await writeFile(join(folder, 'central', 'settings.json.sig'), texts.signature)
    assert.deepEqual(await readPlace(join(folder, 'central'), 'settings.json'), texts)

    let served: Record<string, string> = { '/a/settings.json': texts.text, '/a/settings.json.sig': texts.signature }
    const server = createServer(({ url = '' }, response) => {
      if (url === '/b/settings.json') response.writeHead(302, { Location: '/a/settings.json' })
      else if (served[url] === undefined) response.writeHead(404)
      response.end(served[url])
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      assert.deepEqual(await readPlace(`${address}/a`, 'settings.json'), texts)
      const unreachable = { code: 'DOCUMENT_UNREACHABLE' }
      await assert.rejects(readPlace(`${address}/b`, 'settings.json'), unreachable)
      served = { '/a/settings.json': 'x'.repeat(1024 * 1024 + 1), '/a/settings.json.sig': '' }
      await assert.rejects(readPlace(`${address}/a`, 'settings.json'), unreachable)
      await assert.rejects(readPlace(folder, 'settings.json'), unreachable)
    } finally {
      server.closeAllConnections()
      server.close()
    }

    assert.equal(await keptDocument(folder, 'settings'), undefined)
    const { mark } = openDocument(texts, options)
    await keepDocument(folder, 'settings', { mark, texts })
    assert.deepEqual(await keptDocument(folder, 'settings'), { mark, texts })
    await writeFile(join(folder, 'signed', 'settings.json'), '{}')
    await assert.rejects(keptDocument(folder, 'settings'), { code: 'DOCUMENT_MARK_UNUSABLE' })
  })
})
