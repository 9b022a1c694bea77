import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as crypto from '@nationec/crypto'
import * as json from '@nationec/crypto/json'
import * as keys from '@nationec/crypto/keys'
import * as sm2 from '@nationec/crypto/sm2'
import * as sm3 from '@nationec/crypto/sm3'
import * as sm4 from '@nationec/crypto/sm4'

const names = {
  sm2: ['createSm2KeyExchange', 'generateSm2KeyPair', 'importSm2PrivateKey', 'importSm2PublicKey'],
  sm3: ['createHmacSm3Key', 'createSm3', 'hkdfSm3', 'hkdfSm3Expand', 'hkdfSm3Extract', 'hmacSm3', 'sm3'],
  sm4: ['createSm4Key'],
  more: [
    'CryptoError',
    'base64ToBytes',
    'bytesToBase64',
    'bytesToHex',
    'concatBytes',
    'cryptoErrors',
    'equalBytes',
    'explainCiphertext',
    'explainSignature',
    'hexToBytes',
    'providerReport',
  ],
}

/** Only in the sub-paths. */
const keyNames = ['decryptSm2PrivateKey', 'readSm2Certificates', 'verifySm2Chain']
const jsonNames = [
  'JsonNumber',
  'canonicalJson',
  'emptyRemovals',
  'emptyRules',
  'isList',
  'isObject',
  'readJson',
  'scalarText',
]

it('exports these names and no others', () => {
  assert.deepEqual(Object.keys(json).sort(), jsonNames)
  assert.deepEqual(Object.keys(keys).sort(), keyNames)
  assert.deepEqual(Object.keys(sm2).sort(), names.sm2)
  assert.deepEqual(Object.keys(sm3).sort(), names.sm3)
  assert.deepEqual(Object.keys(sm4).sort(), names.sm4)
  assert.deepEqual(Object.keys(crypto).sort(), Object.values(names).flat().sort())
})
