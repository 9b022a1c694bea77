import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createHmacSm3Key } from '@nationec/crypto'
import { throwsCode } from '../fixtures/errors.ts'
import { passedProviders } from '../fixtures/passed-providers.ts'
import { utf8 } from '../fixtures/vectors.ts'

it('a key for HMAC-SM3 is of no use after destroy', () => {
  for (const provider of passedProviders('sm3')) {
    const key = createHmacSm3Key(utf8('key'), { provider })
    const tag = key.mac(utf8('message'))
    assert.equal(key.verify(utf8('message'), tag), true)
    key.destroy()
    key.destroy()
    throwsCode(() => key.mac(utf8('message')), 'CRYPTO_KEY_DESTROYED')
    throwsCode(() => key.verify(utf8('message'), tag), 'CRYPTO_KEY_DESTROYED')
  }
})
