import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { describe, it } from 'node:test'
import {
  type CryptoProvider,
  createHmacSm3Key,
  createSm2KeyExchange,
  createSm4Key,
  generateSm2KeyPair,
  importSm2PrivateKey,
  providerReport,
} from '@nationec/crypto'
import { throwsCode, untyped } from '../fixtures/errors.ts'
import { sm2Vectors } from '../fixtures/vectors.ts'
import { createFastSm2 } from '../providers/fast/sm2.ts'
import { createFastSm4 } from '../providers/fast/sm4.ts'

const requireConstantTime = true
const zeros = new Uint8Array(16)

describe('the report', () => {
  it('says how the chosen provider computes each part here, and whether that is constant-time', () => {
    const { sm3, sm4, sm2Signature, sm2Point } = providerReport()
    assert.deepEqual([sm3.path, sm3.constantTime], ['portable', 'yes'])
    for (const part of [sm2Signature, sm2Point])
      assert.deepEqual([part.path, part.constantTime], ['webassembly', 'yes'])
    assert.equal(sm4.path, createFastSm4().path)
    const isVector = sm4.path === 'relaxed-simd' || sm4.path === 'simd'
    assert.equal(sm4.constantTime, isVector ? 'except CBC encryption' : 'no')
    const library = sm4.providers.find(({ name }) => name === 'sm-crypto')
    assert.deepEqual(library?.kind, { path: 'sm-crypto', constantTime: 'no' })
    const openssl = sm4.providers.find(({ name }) => name === 'node')
    assert.equal(openssl?.kind?.constantTime, openssl?.state === 'passed' ? 'unknown' : undefined)
  })

  const isNode = process.versions['bun'] === undefined && !('Deno' in globalThis)
  it('shows a runtime without WebAssembly', { skip: !isNode && 'only Node is started so' }, () => {
    // Taken away when the sources are loaded: Node strips their types by WebAssembly. Nothing of ours is compiled by then.
    const code = `const { createSm4Key, generateSm2KeyPair, providerReport } = await import('@nationec/crypto')
      Reflect.deleteProperty(globalThis, 'WebAssembly')
      const { sm4, sm2Signature } = providerReport()
      let refused = ''
      try { createSm4Key(new Uint8Array(16), { requireConstantTime: true }) } catch (error) { refused = error.code }
      generateSm2KeyPair({ requireConstantTime: true }).privateKey.sign(new Uint8Array(1))
      console.log(sm4.path, sm4.constantTime, sm2Signature.path, refused)`
    const words = ['--no-warnings', '--conditions=@nationec/source', '--input-type=module', '--eval', code]
    const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', cwd: import.meta.dirname })
    assert.equal(stdout.trim(), 'portable no portable CRYPTO_PROVIDER_UNAVAILABLE', stderr)
  })
})

describe('requireConstantTime', () => {
  const tables: CryptoProvider = { name: 'tables', sm4: createFastSm4({ webAssembly: 'none' }) }
  const { signature: sm2Signature, point: sm2Point } = createFastSm2({ webAssembly: 'none' })

  it('takes what is constant-time, with the same results', () => {
    const options = { requireConstantTime }
    assert.deepEqual(createHmacSm3Key(zeros, options).mac(zeros), createHmacSm3Key(zeros).mac(zeros))
    const key = importSm2PrivateKey({ format: 'hex', text: sm2Vectors.privateKey }, options)
    assert.equal(key.publicKey.verify(zeros, key.sign(zeros)), true)
    const how = { format: 'C1C3C2', prefix04: false } as const
    assert.deepEqual(key.decrypt(key.publicKey.encrypt(zeros, how), how), zeros)
    const own = { name: 'own', sm2Signature, sm2Point }
    assert.equal(generateSm2KeyPair({ ...options, provider: own }).privateKey.sign(zeros).length, 64)
    const pair = { privateKey: key, peerPublicKey: key.publicKey, role: 'initiator', keyLength: 16 } as const
    assert.equal(createSm2KeyExchange({ ...pair, ...options }).ephemeralPublicKey.length, 65)
  })

  it('refuses what is not, or is not known to be', () => {
    const unknown: CryptoProvider = { name: 'unknown', sm4: { schedule: (key) => createFastSm4().schedule(key) } }
    for (const provider of ['sm-crypto', 'node', tables, unknown] as const) {
      throwsCode(() => createSm4Key(zeros, { provider, requireConstantTime }), 'CRYPTO_PROVIDER_UNAVAILABLE')
    }
    for (const provider of ['sm-crypto', 'node'] as const) {
      throwsCode(() => createHmacSm3Key(zeros, { provider, requireConstantTime }), 'CRYPTO_PROVIDER_UNAVAILABLE')
      const { privateKey } = generateSm2KeyPair()
      const input = { format: 'raw', bytes: privateKey.export('raw') } as const
      const key = importSm2PrivateKey(input, { provider, requireConstantTime })
      throwsCode(() => key.sign(zeros), 'CRYPTO_PROVIDER_UNAVAILABLE')
    }
    createSm4Key(zeros, { provider: tables }).encrypt(zeros, { mode: 'ecb' })
  })

  it('refuses encryption in CBC where it goes by tables, and no other mode', () => {
    if (providerReport().sm4.constantTime !== 'except CBC encryption') return
    const key = createSm4Key(zeros, { requireConstantTime })
    throwsCode(() => key.encrypt(zeros, { mode: 'cbc', iv: zeros }), 'CRYPTO_PROVIDER_UNAVAILABLE')
    const ciphertext = createSm4Key(zeros).encrypt(zeros, { mode: 'cbc', iv: zeros })
    assert.deepEqual(key.decrypt(ciphertext, { mode: 'cbc', iv: zeros }), zeros)
    assert.equal(key.encrypt(zeros, { mode: 'ctr', counter: zeros }).length, 16)
    assert.equal(key.seal(zeros, { mode: 'gcm', nonce: zeros.subarray(4) }).tag.length, 16)
  })

  it('is true or false', () => {
    for (const wrong of ['yes', 1, {}]) {
      const options = untyped({ requireConstantTime: wrong })
      throwsCode(() => createHmacSm3Key(zeros, options), 'CRYPTO_OPTION_INVALID')
      throwsCode(() => createSm4Key(zeros, options), 'CRYPTO_OPTION_INVALID')
      throwsCode(() => generateSm2KeyPair(options), 'CRYPTO_OPTION_INVALID')
    }
  })
})
