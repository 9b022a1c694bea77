import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { it } from 'node:test'
import { CryptoError, cryptoErrors, hexToBytes } from '@nationec/crypto'
import { isNationEcError } from '@nationec/errors'

it('gives the code first, then both languages, then the page', () => {
  const error = new CryptoError('CRYPTO_KEY_DESTROYED', cryptoErrors.CRYPTO_KEY_DESTROYED)
  const { summary, advice } = cryptoErrors.CRYPTO_KEY_DESTROYED
  assert.equal(
    error.message,
    `[CRYPTO_KEY_DESTROYED] ${summary.en} ${advice.en}\n${summary.zh}${advice.zh}\n` +
      'https://github.com/nationec/nationec/blob/main/docs/errors.md#crypto_key_destroyed',
  )
  assert.deepEqual(error.toJSON(), {
    name: 'CryptoError',
    code: 'CRYPTO_KEY_DESTROYED',
    delivery: 'not-sent',
    layer: 'client',
    summary,
    details: [],
    advice,
    docsUrl: error.docsUrl,
  })
})

it('is known as one of nationec, although this package imports no other', () => {
  let thrown: unknown
  try {
    hexToBytes('no')
  } catch (error) {
    thrown = error
  }
  assert.equal(isNationEcError(thrown), true)
  assert.equal(isNationEcError(thrown, 'CRYPTO_ENCODING_INVALID'), true)
})

it('is the same class behind every entry of the package, in ESM and in CommonJS each', () => {
  const require = createRequire(import.meta.url)
  const [whole, sm4] = [require('@nationec/crypto'), require('@nationec/crypto/sm4')]
  assert.throws(() => sm4.createSm4Key(new Uint8Array(1)), whole.CryptoError)
})

it('has texts in both languages for every code', () => {
  for (const [code, { summary, advice, delivery, layer }] of Object.entries(cryptoErrors)) {
    assert.match(code, /^CRYPTO_[A-Z_]+$/)
    assert.deepEqual([delivery, layer], ['not-sent', 'client'])
    for (const text of [summary, advice]) assert.ok(text.en.endsWith('.') && text.zh.endsWith('。'), code)
  }
})
